#include "gis/land_cover.h"

#include <fmt/format.h>

#include <cstdint>
#include <limits>
#include <map>
#include <set>
#include <stdexcept>

#include "gis/class_raster.h"

namespace phusong::gis {
namespace {

std::string known_classes(const std::map<std::int32_t, float>& heights_m) {
  std::string result;
  for (const auto& [value, height_m] : heights_m)
    result += fmt::format("{}{}", result.empty() ? "" : ", ", value);
  return result;
}

}  // namespace

const std::vector<LandCoverClass>& esa_worldcover_classes() {
  static const std::vector<LandCoverClass> kClasses{
      {10, "tree cover", 15.0},  {20, "shrubland", 0.0},       {30, "grassland", 0.0},
      {40, "cropland", 0.0},     {50, "built-up", 10.0},       {60, "bare or sparse vegetation", 0.0},
      {70, "snow and ice", 0.0}, {80, "permanent water", 0.0}, {90, "herbaceous wetland", 0.0},
      {95, "mangroves", 15.0},   {100, "moss and lichen", 0.0}};
  return kClasses;
}

Clutter read_clutter(const std::filesystem::path& path, const std::vector<LandCoverClass>& classes, const Grid& grid,
                     const WorkingCrs& crs, Problems& problems) {
  std::map<std::int32_t, float> heights_m;
  for (const LandCoverClass& one : classes)
    heights_m[one.value] = static_cast<float>(one.clutter_height_m);
  const std::optional<RasterSource> source = open_raster(path, problems);
  if (!source) return {};

  std::set<std::int32_t> unknown;
  Clutter clutter{.height_m = {}, .class_values = warp_classes(*source, grid, crs)};
  clutter.height_m.reserve(grid.cell_count());
  for (const std::int32_t value : clutter.class_values) {
    const auto found = heights_m.find(value);
    if (found == heights_m.end() && value != kNoClass) unknown.insert(value);
    clutter.height_m.push_back(found == heights_m.end() ? std::numeric_limits<float>::quiet_NaN() : found->second);
  }
  for (const std::int32_t value : unknown) {
    problems.add({.file = source->file,
                  .key = "class",
                  .value = std::to_string(value),
                  .message = "the land-cover class is not in the class table",
                  .allowed = known_classes(heights_m)});
  }
  return clutter;
}

}  // namespace phusong::gis
