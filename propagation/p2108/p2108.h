#pragma once

#include <array>
#include <cstdint>

#include "propagation/limit.h"

// ITU-R P.2108-1: loss in the clutter around a terminal, to be added to the basic transmission loss.
namespace phusong::propagation::p2108 {

/// A loss with what was out of the model's range. Outside it the formulas need not be finite.
struct ClutterLoss {
  double loss_db = 0.0;
  Violations violations;
};

/// Surroundings of a terminal, as section 3.1 tells them apart.
enum class ClutterType : std::uint8_t {
  kWater = 1,
  kOpenRural = 2,
  kSuburban = 3,
  kUrban = 4,
  kTreesForest = 5,
  kDenseUrban = 6
};

/// Throws std::invalid_argument for a number that names nothing.
ClutterType clutter_type_from_code(int code);

/// Section 3.1: a terminal among clutter, from its height.
struct HeightGainInput {
  double frequency_ghz = 0.0;
  double antenna_height_m = 0.0;
  double clutter_height_m = 0.0;  ///< R, representative
  double street_width_m = 27.0;   ///< w_s
  ClutterType type = ClutterType::kSuburban;
};
inline constexpr std::array kHeightGainLimits = {
    Limit{"frequency_ghz", 0.03, 3.0, "GHz"},
    Limit{.quantity = "antenna_height_m", .min = 0.0, .unit = "m", .open = true},
    Limit{.quantity = "clutter_height_m", .min = 0.0, .unit = "m", .open = true},
    Limit{.quantity = "street_width_m", .min = 0.0, .unit = "m", .open = true}};
ClutterLoss height_gain_loss(const HeightGainInput& input);

/// Section 3.2: statistics over locations in urban and suburban clutter, terrestrial paths, one end.
struct TerrestrialInput {
  double frequency_ghz = 0.0;
  double distance_km = 0.0;
  double p_percent = 50.0;  ///< share of locations in which the loss is not exceeded
};
inline constexpr std::array kTerrestrialLimits = {Limit{"frequency_ghz", 0.5, 67.0, "GHz"},
                                                  Limit{.quantity = "distance_km", .min = 0.25, .unit = "km"},
                                                  Limit{"p_percent", 0.0, 100.0, "%", true}};
ClutterLoss terrestrial_loss(const TerrestrialInput& input);

/// Section 3.3: statistics over locations for slanted paths to aircraft and satellites.
struct SlantInput {
  double frequency_ghz = 0.0;
  double elevation_deg = 0.0;
  double p_percent = 50.0;
};
inline constexpr std::array kSlantLimits = {Limit{"frequency_ghz", 10.0, 100.0, "GHz"},
                                            Limit{"elevation_deg", 0.0, 90.0, "°"},
                                            Limit{"p_percent", 0.0, 100.0, "%", true}};
ClutterLoss slant_loss(const SlantInput& input);

}  // namespace phusong::propagation::p2108
