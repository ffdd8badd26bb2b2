#include "gis/crs.h"

#include <fmt/format.h>
#include <geodesic.h>
#include <proj.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <stdexcept>

#include "gis/proj_handles.h"

namespace phusong::gis {
namespace {

constexpr const char* kWgs84 = "EPSG:4326";

/// The projected CRS itself, without a datum shift bound to it ("+towgs84").
ProjObject unbound(PJ_CONTEXT* context, ProjObject crs) {
  if (proj_get_type(crs.get()) != PJ_TYPE_BOUND_CRS) return crs;
  return ProjObject(proj_get_source_crs(context, crs.get()));
}

bool axes_are_metres(PJ_CONTEXT* context, const PJ* crs) {
  const ProjObject axes(proj_crs_get_coordinate_system(context, crs));
  for (int axis = 0; axis < 2; ++axis) {
    double metres = 0.0;
    proj_cs_get_axis_info(context, axes.get(), axis, nullptr, nullptr, nullptr, &metres, nullptr, nullptr, nullptr);
    if (metres != 1.0) return false;
  }
  return true;
}

/// Gives the definition back, or throws.
const std::string& checked(const std::string& definition) {
  const ProjContext context = make_proj_context();
  const ProjObject crs = unbound(context.get(), make_crs(context.get(), definition));
  if (proj_get_type(crs.get()) != PJ_TYPE_PROJECTED_CRS)
    throw std::invalid_argument("CRS '" + definition + "' is not projected");
  if (!axes_are_metres(context.get(), crs.get()))
    throw std::invalid_argument("CRS '" + definition + "' is not in metres");
  return definition;
}

}  // namespace

WorkingCrs::WorkingCrs(const std::string& definition)
    : definition_(checked(definition)), from_wgs84_(kWgs84, definition) {}

std::string WorkingCrs::name() const {
  const ProjContext context = make_proj_context();
  const ProjObject crs = make_crs(context.get(), definition_);
  return proj_get_name(crs.get());
}

std::string WorkingCrs::wkt() const {
  const ProjContext context = make_proj_context();
  const ProjObject crs = make_crs(context.get(), definition_);
  return proj_as_wkt(context.get(), crs.get(), PJ_WKT2_2019, nullptr);
}

MapPoint WorkingCrs::to_map(LonLat lon_lat) const {
  return from_wgs84_.forward({lon_lat.lon_deg, lon_lat.lat_deg});
}

LonLat WorkingCrs::to_lon_lat(MapPoint point) const {
  const MapPoint result = from_wgs84_.inverse(point);
  return {result.x_m, result.y_m};
}

double WorkingCrs::convergence_deg(LonLat lon_lat) const {
  // The direction of the WGS84 meridian in the grid, over about 110 m to either side: a central difference, so
  // that the curvature of the meridian cancels.
  constexpr double kHalfStepDeg = 0.001;
  const MapPoint north = to_map({lon_lat.lon_deg, lon_lat.lat_deg + kHalfStepDeg});
  const MapPoint south = to_map({lon_lat.lon_deg, lon_lat.lat_deg - kHalfStepDeg});
  const double grid_azimuth_of_true_north_rad = std::atan2(north.x_m - south.x_m, north.y_m - south.y_m);
  return -grid_azimuth_of_true_north_rad * 180.0 / std::numbers::pi;
}

double WorkingCrs::length_error(LonLat lon_lat) const {
  constexpr double kHalfM = 500.0;
  constexpr double kEquatorRadiusM = 6378137.0;  // of WGS84
  constexpr double kFlattening = 1.0 / 298.257223563;
  geod_geodesic ellipsoid;
  geod_init(&ellipsoid, kEquatorRadiusM, kFlattening);
  const MapPoint centre = to_map(lon_lat);
  const auto error_along = [&](double east_m, double north_m) {
    const LonLat from = to_lon_lat({centre.x_m - east_m, centre.y_m - north_m});
    const LonLat to = to_lon_lat({centre.x_m + east_m, centre.y_m + north_m});
    double distance_m = std::numeric_limits<double>::quiet_NaN();
    geod_inverse(&ellipsoid, from.lat_deg, from.lon_deg, to.lat_deg, to.lon_deg, &distance_m, nullptr, nullptr);
    return std::abs(2.0 * kHalfM / distance_m - 1.0);
  };
  const double east = error_along(kHalfM, 0.0);
  const double north = error_along(0.0, kHalfM);
  return std::isnan(east) || std::isnan(north) ? std::numeric_limits<double>::quiet_NaN() : std::max(east, north);
}

std::string utm_zone_crs(LonLat lon_lat) {
  const double lon_deg = std::abs(lon_lat.lon_deg) > 180.0 ? std::remainder(lon_lat.lon_deg, 360.0) : lon_lat.lon_deg;
  const int zone = std::clamp(static_cast<int>(std::floor((lon_deg + 180.0) / 6.0)) + 1, 1, 60);
  return fmt::format("EPSG:{}{:02}", lon_lat.lat_deg < 0.0 ? 327 : 326, zone);
}

}  // namespace phusong::gis
