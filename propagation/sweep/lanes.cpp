#include "propagation/sweep/lanes.h"

namespace phusong::propagation::sweep {

Lanes atan_lanes(const Lanes& x) {
  const Lanes one = Lanes::Ones();
  const Lanes magnitude = x.abs();
  const Lanes inverse = 1.0F / magnitude.max(1e-30F);
  const Lanes t = where_greater(magnitude, one, inverse, magnitude);
  const Lanes t2 = t * t;
  // Horner's scheme over the coefficients of t^17 … t^1.
  constexpr float kCoefficients[] = {0.0028662257F,  -0.0161657367F, 0.0429096138F,
                                     -0.0752896400F, 0.1065626393F,  -0.1420889944F,
                                     0.1999355085F,  -0.3333314528F, 1.0F};
  Lanes sum = Lanes::Zero();
  for (const float coefficient : kCoefficients)
    sum = sum * t2 + coefficient;
  const Lanes principal = t * sum;
  const Lanes complement = std::numbers::pi_v<float> / 2.0F - principal;
  const Lanes angle = where_greater(magnitude, one, complement, principal);
  const Lanes negative = -angle;
  return where_greater(x, Lanes(Lanes::Zero()), angle, negative);
}

}  // namespace phusong::propagation::sweep
