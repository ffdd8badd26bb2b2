#include <cmath>
#include <stdexcept>
#include <string>

#include "propagation/p2108/p2108.h"
#include "propagation/p526/knife_edge.h"
#include "propagation/units.h"

namespace phusong::propagation::p2108 {
namespace {

// The terminal stands on open ground or water (2b).
double open_loss_db(const HeightGainInput& input) {
  const double k_h2 = 21.8 + 6.2 * std::log10(input.frequency_ghz);  // (2f)
  return -k_h2 * std::log10(input.antenna_height_m / input.clutter_height_m);
}

// Diffraction over the edge of the clutter, a street away (2a).
double edge_loss_db(const HeightGainInput& input) {
  const double height_m = input.clutter_height_m - input.antenna_height_m;                    // (2d)
  const double angle_deg = degrees_from_radians(std::atan(height_m / input.street_width_m));  // (2e)
  const double k_nu = 0.342 * std::sqrt(input.frequency_ghz);                                 // (2g)
  const double nu = k_nu * std::sqrt(height_m * angle_deg);                                   // (2c)
  return p526::knife_edge_loss_db(nu) - 6.03;
}

double loss_db(const HeightGainInput& input) {
  const bool above_clutter = input.antenna_height_m >= input.clutter_height_m;
  switch (input.type) {
    case ClutterType::kWater:
    case ClutterType::kOpenRural:
      return above_clutter ? 0.0 : open_loss_db(input);
    case ClutterType::kSuburban:
    case ClutterType::kUrban:
    case ClutterType::kTreesForest:
    case ClutterType::kDenseUrban:
      return above_clutter ? 0.0 : edge_loss_db(input);
  }
  throw std::invalid_argument("unknown clutter type");
}

}  // namespace

ClutterType clutter_type_from_code(int code) {
  if (code < 1 || code > 6) throw std::invalid_argument("unknown clutter type " + std::to_string(code));
  return static_cast<ClutterType>(code);
}

ClutterLoss height_gain_loss(const HeightGainInput& input) {
  ClutterLoss result{.loss_db = loss_db(input)};
  check(kHeightGainLimits[0], input.frequency_ghz, result.violations);
  check(kHeightGainLimits[1], input.antenna_height_m, result.violations);
  check(kHeightGainLimits[2], input.clutter_height_m, result.violations);
  check(kHeightGainLimits[3], input.street_width_m, result.violations);
  return result;
}

}  // namespace phusong::propagation::p2108
