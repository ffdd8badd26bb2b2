#pragma once

#include <memory>
#include <string>
#include <vector>

#include "gis/coordinates.h"

namespace phusong::gis {

/// A coordinate transformation between two CRSs, fixed to ONE operation with a known datum shift, used
/// everywhere regardless of that operation's area of use (EPSG:6960 ends at 23.4° N and Hà Giang does not).
/// The operation is the first that PROJ offers for the areas of the two CRSs, once ballpark transformations
/// and those whose grids are not installed are left out.
/// Axis order is always easting/longitude first. Copies own a PROJ context each; one object is used by
/// one thread at a time.
class Transform {
 public:
  /// `from`, `to`: anything PROJ reads ("EPSG:9211", WKT, PROJ string). Throws std::invalid_argument whose
  /// message names the CRS when it is unknown, or when only a ballpark transformation exists.
  Transform(const std::string& from, const std::string& to);
  Transform(const Transform& other);
  Transform(Transform&&) noexcept;
  Transform& operator=(Transform other) noexcept;
  ~Transform();

  /// Forward; a point that cannot be transformed gives NaN coordinates.
  MapPoint forward(MapPoint point) const;
  MapPoint inverse(MapPoint point) const;
  /// The operation as a PROJ pipeline for GDAL's COORDINATE_OPERATION, which wants the axis order that the
  /// CRSs themselves define (EPSG:4326: latitude first).
  std::string pipeline() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// The scenario's working CRS: projected, in metres.
class WorkingCrs {
 public:
  /// Throws std::invalid_argument when `definition` is unknown, not projected, not in metres,
  /// or has no known datum shift to WGS84.
  explicit WorkingCrs(const std::string& definition);

  const std::string& definition() const { return definition_; }
  std::string name() const;
  std::string wkt() const;
  /// From WGS84 to map and back.
  MapPoint to_map(LonLat lon_lat) const;
  LonLat to_lon_lat(MapPoint point) const;
  /// Grid convergence in degrees: true azimuth minus grid azimuth, clockwise positive, so that
  /// grid azimuth = true azimuth − convergence.
  double convergence_deg(LonLat lon_lat) const;
  /// How far 1 km on the grid is from 1 km on the ellipsoid here, as a share, in whichever of the grid's two directions
  /// it is more; NaN where the CRS has no position.
  double length_error(LonLat lon_lat) const;

 private:
  std::string definition_;
  Transform from_wgs84_;
};

/// "EPSG:326zz" or "EPSG:327zz", the WGS84 UTM zone of a position; any longitude is taken into a turn.
std::string utm_zone_crs(LonLat lon_lat);

}  // namespace phusong::gis
