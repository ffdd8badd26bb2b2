#include <cmath>
#include <numbers>

#include "propagation/normal.h"
#include "propagation/p2108/p2108.h"
#include "propagation/units.h"

namespace phusong::propagation::p2108 {
namespace {

// (7)
double loss_db(const SlantInput& input) {
  constexpr double kA1 = 0.05;
  const double k1 = 93.0 * std::pow(input.frequency_ghz, 0.175);
  const double share_to_zenith = 1.0 - input.elevation_deg / 90.0;
  const double angle_rad = kA1 * share_to_zenith + radians_from_degrees(input.elevation_deg);
  const double cotangent = std::tan(std::numbers::pi / 2.0 - angle_rad);
  return std::pow(-k1 * std::log1p(-input.p_percent / 100.0) * cotangent, 0.5 * share_to_zenith) - 1.0 -
         0.6 * inverse_complementary_normal(input.p_percent / 100.0);
}

}  // namespace

ClutterLoss slant_loss(const SlantInput& input) {
  ClutterLoss result{.loss_db = loss_db(input)};
  check(kSlantLimits[0], input.frequency_ghz, result.violations);
  check(kSlantLimits[1], input.elevation_deg, result.violations);
  check(kSlantLimits[2], input.p_percent, result.violations);
  return result;
}

}  // namespace phusong::propagation::p2108
