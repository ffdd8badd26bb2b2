#pragma once

#include <map>
#include <span>
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

/// The files of the sites table as one: an id stands in one of them alone.
SitesTable read_sites(std::span<const gis::Table> tables, const CrsKey& crs_key, const TableContext& context);

}  // namespace phusong::scenario
