#include "propagation/p1812/diffraction.h"

namespace phusong::propagation::p1812 {

Diffraction diffraction(const Geometry& geometry, const p526::GroundWave& wave, double time_percent, double fi) {
  Diffraction result;
  result.at_median = p526::delta_bullington(geometry.at_median, wave);
  if (geometry.at_beta) result.at_beta = p526::delta_bullington(*geometry.at_beta, wave);

  const double ld50_db = result.at_median.ld_db;
  result.ldp_db = time_percent == 50.0 ? ld50_db : ld50_db + (result.at_beta.value().ld_db - ld50_db) * fi;  // (41)
  return result;
}

}  // namespace phusong::propagation::p1812
