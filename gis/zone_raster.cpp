#include "gis/zone_raster.h"

#include <optional>
#include <set>
#include <string>

#include "gis/class_raster.h"

namespace phusong::gis {
namespace {

bool is_zone(std::int32_t value) {
  return value == 1 || value == 3 || value == 4;
}

}  // namespace

std::vector<std::uint8_t> read_zones(const std::filesystem::path& path, const Grid& grid, const WorkingCrs& crs,
                                     Problems& problems) {
  const std::optional<RasterSource> source = open_raster(path, problems);
  if (!source) return {};
  std::set<std::int32_t> unknown;
  std::vector<std::uint8_t> zones;
  zones.reserve(grid.cell_count());
  for (const std::int32_t value : warp_classes(*source, grid, crs)) {
    if (value != kNoClass && !is_zone(value)) unknown.insert(value);
    zones.push_back(is_zone(value) ? static_cast<std::uint8_t>(value) : std::uint8_t{0});
  }
  for (const std::int32_t value : unknown) {
    problems.add({.file = source->file,
                  .key = "zone",
                  .value = std::to_string(value),
                  .message = "is not a radio-climatic zone",
                  .allowed = "1 sea, 3 coastal land, 4 inland"});
  }
  return zones;
}

}  // namespace phusong::gis
