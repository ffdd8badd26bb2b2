#pragma once

namespace phusong::gis {

/// A rectangle of WGS84 longitudes and latitudes; west < east, south < north.
struct LonLatBox {
  double west_deg = 0.0, south_deg = 0.0, east_deg = 0.0, north_deg = 0.0;

  double square_degrees() const { return (east_deg - west_deg) * (north_deg - south_deg); }
  bool operator==(const LonLatBox&) const = default;
};

}  // namespace phusong::gis
