#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "gis/coordinates.h"
#include "gis/vector_writer.h"

namespace phusong::intake {

/// A hamlet of a list.
struct ListedHamlet {
  std::string hamlet_id;
  std::string name;  ///< the id where the list has none
  gis::LonLat lon_lat;
  std::optional<std::int64_t> population;  ///< nothing where the list has none
  std::int64_t households = 0;             ///< 0 where the list has none
};

/// A list of hamlets in the form of a scenario's table, of which the population may be missing.
struct HamletList {
  gis::OutputTable table;  ///< its columns and rows, with lon_deg and lat_deg (WGS84), population and `derived`
  std::vector<ListedHamlet> hamlets;  ///< one a row
  std::size_t population_column = 0, derived_column = 0;
};

/// `crs` is that of its positions; empty: WGS84, or that of the layer. Throws InputError with all that is wrong with
/// the list.
HamletList read_hamlet_list(const std::filesystem::path& path, const std::string& crs);

}  // namespace phusong::intake
