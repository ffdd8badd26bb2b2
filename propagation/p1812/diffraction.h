#pragma once

#include <optional>

#include "propagation/p1812/geometry.h"

namespace phusong::propagation::p1812 {

/// Diffraction loss not exceeded for p % of the time, P.1812 4.3.5.
struct Diffraction {
  p526::DeltaBullington at_median;  ///< a_p = a_e; its ld_db is L_d50
  std::optional<p526::DeltaBullington>
      at_beta;  ///< a_p = a_β; its ld_db is L_dβ. Absent at p = 50 % where not asked for
  double ldp_db = 0.0;
};

/// `fi`: from time_interpolation(). For p < 50 % the geometry must hold a_β.
Diffraction diffraction(const Geometry& geometry, const p526::GroundWave& wave, double time_percent, double fi);

}  // namespace phusong::propagation::p1812
