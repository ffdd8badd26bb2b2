#pragma once

#include "propagation/sweep/lanes.h"

namespace phusong::propagation::sweep {

/// Bullington's loss in dB from the equivalent edge's ν, P.1812 Eqs. (12) and (21); 0 for ν ≤ −0.78.
inline Lanes bullington_loss_lanes(const Lanes& nu, const Lanes& distance_km) {
  const Lanes shifted = nu - 0.1F;
  const Lanes j_db = 6.9F + 20.0F * log10_lanes((shifted * shifted + 1.0F).sqrt() + shifted);           // (12)
  const Lanes loss_db = j_db + (1.0F - (j_db * (-1.0F / 6.0F)).exp()) * (10.0F + 0.02F * distance_km);  // (21)
  return where_greater(nu, filled(-0.78), loss_db, Lanes(Lanes::Zero()));
}

}  // namespace phusong::propagation::sweep
