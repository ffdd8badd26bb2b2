#pragma once

#include <optional>

#include "propagation/p1812/ducting_surface.h"
#include "propagation/p1812/horizons.h"
#include "propagation/p1812/zones.h"
#include "propagation/p526/delta_bullington.h"
#include "propagation/profile.h"

namespace phusong::propagation::p1812 {

/// A path and the air above it; antenna heights above ground, > 0.
struct Path {
  Profile profile;
  double tx_height_m = 0.0;
  double rx_height_m = 0.0;
  double latitude_deg = 0.0;  ///< of the path's centre
  double delta_n = 0.0;       ///< ΔN, N-units/km
  double n0 = 0.0;            ///< N0, N-units
  double dct_km = 500.0;      ///< over land from the transmitter to the coast; 0 where it stands on sea
  double dcr_km = 500.0;
};

/// Everything of P.1812 that does not depend on frequency, time or polarisation.
struct Geometry {
  double distance_km = 0.0;
  double slant_km = 0.0;     ///< between the antennas, Eq. (8a)
  p526::Terminals antennas;  ///< h_ts, h_rs above sea level
  double n0 = 0.0;
  double ae_km = 0.0;       ///< a_e
  double b0_percent = 0.0;  ///< β0
  double dct_km = 0.0;
  double dcr_km = 0.0;
  bool receiver_on_sea = false;
  ZoneSections zones;
  Horizons horizons;
  p526::SurfaceHeights least_squares;  ///< of Eqs. (87), (88), before any correction
  p526::SurfaceHeights diffraction;    ///< h_std, h_srd
  DuctingSurface ducting;
  p526::DiffractionGeometry at_median;               ///< for a_p = a_e
  std::optional<p526::DiffractionGeometry> at_beta;  ///< for a_p = a_β; wanted where p < 50 %
};

/// Time percentages that a geometry is to serve.
enum class ForTime {
  kMedianOnly,  ///< p = 50 %, where a_β changes nothing
  kAny,
};

/// The part of a geometry that is known from the ends of the path, its zones and the air.
Geometry ends_of(const Path& path);

/// Works through the profile in a few passes without allocating. The profile has n ≥ 2 points and D > 0.
Geometry geometry_of(const Path& path, ForTime times);

}  // namespace phusong::propagation::p1812
