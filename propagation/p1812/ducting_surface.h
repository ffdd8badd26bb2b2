#pragma once

#include "propagation/p1812/horizons.h"
#include "propagation/p526/smooth_surface.h"
#include "propagation/profile.h"

namespace phusong::propagation::p1812 {

/// Terminal heights and roughness for ducting and layer reflection, P.1812 Attachment 1, 5.6.3.
struct DuctingSurface {
  p526::SurfaceHeights surface;  ///< h_st, h_sr: the least-squares surface, not above the ground at the ends
  double hte_m = 0.0;            ///< effective height of the transmitter
  double hre_m = 0.0;
  double hm_m = 0.0;  ///< terrain roughness between the horizons
};

DuctingSurface ducting_surface(const Profile& profile, const p526::Terminals& ends, const Horizons& horizons,
                               const p526::SurfaceHeights& least_squares);

}  // namespace phusong::propagation::p1812
