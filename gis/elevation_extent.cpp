#include "gis/elevation_extent.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "gis/open_elevation.h"

namespace phusong::gis {
namespace {

std::vector<LonLat> corners_of(const std::vector<RasterSource>& sources) {
  std::vector<LonLat> corners;
  for (const RasterSource& source : sources) {
    const Transform to_wgs84(source.frame.crs, "EPSG:4326");
    for (const MapPoint corner : source.frame.corners()) {
      const MapPoint lon_lat = to_wgs84.forward(corner);
      if (std::isfinite(lon_lat.x_m) && std::isfinite(lon_lat.y_m)) corners.push_back({lon_lat.x_m, lon_lat.y_m});
    }
  }
  return corners;
}

/// The middle of what the corners span. Longitudes are taken as they are seen from the first corner, so that a raster
/// across 180° has its middle there.
LonLat middle_of(const std::vector<LonLat>& corners) {
  constexpr double kNone = std::numeric_limits<double>::infinity();
  LonLat least{kNone, kNone};
  LonLat most{-kNone, -kNone};
  const double first_deg = corners.front().lon_deg;
  for (const LonLat& corner : corners) {
    // A raster of the whole globe has both of its edges half a turn away, and is not folded.
    const double away_deg = corner.lon_deg - first_deg;
    const double lon_deg =
        first_deg +
        (std::abs(away_deg) > 180.0 && std::abs(away_deg) < 360.0 ? std::remainder(away_deg, 360.0) : away_deg);
    least = {std::min(least.lon_deg, lon_deg), std::min(least.lat_deg, corner.lat_deg)};
    most = {std::max(most.lon_deg, lon_deg), std::max(most.lat_deg, corner.lat_deg)};
  }
  return {std::remainder(0.5 * (least.lon_deg + most.lon_deg), 360.0), 0.5 * (least.lat_deg + most.lat_deg)};
}

}  // namespace

std::optional<ElevationExtent> elevation_extent(const TerrainSource& source, Problems& problems) {
  Problems own;
  const std::vector<RasterSource> sources = open_elevation(source, own);
  check_transformable(sources, "EPSG:4326", own);
  problems.add_all(own);
  if (!own.empty() || sources.empty()) return std::nullopt;
  ElevationExtent extent{.corners = corners_of(sources)};
  if (extent.corners.empty()) return std::nullopt;
  extent.centre = middle_of(extent.corners);
  return extent;
}

}  // namespace phusong::gis
