#pragma once

#include <map>
#include <string>
#include <vector>

#include "sim/network/site.h"
#include "sim/scenario/position_reader.h"

namespace phusong::scenario {

/// A row of the sites table as it is read.
struct SiteFields {
  network::Site site;
  PositionFields position;
};
std::vector<Column> site_columns(SiteFields& fields);

struct SitesTable {
  std::vector<network::Site> sites;
  /// Row of each site_id, those of rows with other problems included.
  std::map<std::string, long> row_of_id;
  bool has_ids = false;  ///< the column of ids is there
};

SitesTable read_sites(const gis::Table& table, const CrsKey& crs_key, const TableContext& context);

}  // namespace phusong::scenario
