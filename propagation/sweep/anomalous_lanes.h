#pragma once

#include "propagation/sweep/path_lanes.h"

namespace phusong::propagation::sweep {

/// What the loss takes from a path for ducting, layer reflection and time percentages other than 50, whatever the
/// frequency. Needs the geometry's roughness.
struct AnomalousLanes {
  Lanes fi, fj, fk;           ///< interpolations of Eqs. (40a), (57), (58)
  Lanes below_b0;             ///< > 0: p < β0
  Lanes esp_db, esb_db;       ///< multipath and focusing, Eq. (9)
  Lanes time_variability_db;  ///< A(p) of ducting, Eq. (53)
};

AnomalousLanes anomalous_lanes(const PlaceLanes& places, const GeometryLanes& geometry, const Climate& climate,
                               const PathLanes& path);

/// Up to it least_median_variability_db() holds.
inline constexpr float kLongestMedianPathKm = 100.0F;

/// At the median no path of the batch has a lower A(p) of Eq. (53). With x = −log10 β and L = log10 p + x it is
/// A = −12 + (1.2 + 0.0037 d) L + 12 e^g, where g = ln 10 Γ L and
/// dg/dx = ln 10 Γ [1 − 1.012 L / (2.0058 + x) − L (4.8 + 0.396 x) 1e-6 d^1.13].
/// Up to kLongestMedianPathKm the bracket is positive for x < 8; beyond, where Γ is small, 12 e^g dg/dx stays above −1,
/// less than the first term's 1.2. So A rises with x: it is least for the greatest β, that of the path's latitude.
float least_median_variability_db(const PlaceLanes& places);

}  // namespace phusong::propagation::sweep
