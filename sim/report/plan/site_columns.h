#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "gis/crs.h"
#include "gis/vector_writer.h"
#include "sim/scenario/scenario.h"

namespace phusong::report {

/// "fibre", as the sites table has it; empty where it is not given.
std::string_view text_of(network::Backhaul backhaul);

/// The sites table's columns and rows as they can be fed back: positions in the CRS that the scenario states for that
/// table.
class SiteColumns {
 public:
  explicit SiteColumns(const scenario::Scenario& scenario);

  std::vector<gis::Column> columns() const;
  std::vector<gis::CellValue> row(const network::Site& site) const;

 private:
  std::optional<gis::Transform> from_wgs84_;  ///< nothing where the table is in WGS84
  bool geographic_ = true;
};

}  // namespace phusong::report
