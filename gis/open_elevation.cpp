#include "gis/open_elevation.h"

#include <fmt/format.h>

#include <stdexcept>

#include "gis/crs.h"

namespace phusong::gis {

std::vector<RasterSource> open_elevation(const TerrainSource& source, Problems& problems) {
  std::vector<RasterSource> sources;
  for (const std::filesystem::path& path : source.elevation) {
    if (std::optional<RasterSource> one = open_raster(path, problems, source.elevation_crs))
      sources.push_back(std::move(*one));
  }
  return sources;
}

void check_transformable(const std::vector<RasterSource>& sources, const std::string& crs, Problems& problems) {
  for (const RasterSource& source : sources) {
    if (is_same_crs(source.frame.crs, crs)) continue;
    try {
      Transform(source.frame.crs, crs);
    } catch (const std::invalid_argument&) {
      problems.add({.file = source.file,
                    .message = fmt::format("its CRS '{}' has no known datum shift to '{}'", source.crs_name, crs)});
    }
  }
}

}  // namespace phusong::gis
