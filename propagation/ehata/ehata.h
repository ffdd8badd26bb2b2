#pragma once

#include <array>
#include <cstdint>

#include "propagation/limit.h"
#include "propagation/profile.h"

// The Extended Hata model, version 3.2: Hata's formula carried to 3 GHz and 100 km, with Okumura's corrections for the
// terrain of the path.
//
// Sources, as they are cited beside the formulas:
//   TR-15-517   Drocella et al., "3.5 GHz exclusion zone analyses and methodology", NTIA Report 15-517, appendix A
//   Hata        M. Hata, IEEE VT-29, 1980
//   Okumura     Okumura et al., Review of the Electrical Communication Laboratory 16, 1968
namespace phusong::propagation::ehata {

/// What the surroundings of the mobile make of the loss.
enum class Environment : std::uint8_t { kUrban, kSuburban, kRural };

/// From a class of the National Land Cover Database: 23, 24 urban, 22 suburban, any other rural.
/// Throws std::invalid_argument for a number that is no class.
Environment environment_from_nlcd(int nlcd_class);

struct Input {
  Profile profile;  ///< from the base to the mobile; ground alone is used
  double base_height_m = 0.0;
  double mobile_height_m = 0.0;
  double frequency_mhz = 0.0;
  Environment environment = Environment::kSuburban;
  double reliability_percent = 50.0;  ///< share of locations in which the loss is not exceeded
};

/// TR-15-517 fits 1500 to 3000 MHz to Okumura's curves and keeps Hata's range below. The effective heights have no
/// limit here: the model itself holds them within 30 to 200 m and 1 to 10 m.
inline constexpr Limit kFrequency{"frequency_mhz", 150.0, 3000.0, "MHz"};
inline constexpr Limit kDistance{"distance_km", 1.0, 100.0, "km"};
/// The slope at the mobile is fitted over 5 km and more.
inline constexpr Limit kStep{"step_km", 0.0, 5.0, "km"};
inline constexpr Limit kReliability{"reliability_percent", 0.0, 100.0, "%", true};
inline constexpr std::array kLimits = {kFrequency, kDistance, kStep, kReliability};

/// Values at the mobile and at the base, in the model's order.
using Ends = std::array<double, 2>;

/// Which end of the path has more sea.
enum class SeaEnd : std::int8_t { kBoth = -1, kBase = 0, kMobile = 1 };

struct Result {
  double loss_db = 0.0;
  Violations violations;

  double distance_km = 0.0;
  double breakpoint_km = 0.0;       ///< d_bp: from here on Okumura's steeper distance law
  double attenuation_1km_db = 0.0;  ///< median over free space, at 1 and 100 km
  double attenuation_100km_db = 0.0;
  double base_effective_height_m = 0.0;
  double mobile_effective_height_m = 0.0;
  Ends ground_above_average_m{};  ///< what is added to the antenna heights
  Ends horizon_distance_m{};
  double quantile_10_m = 0.0;  ///< terrain height exceeded in 10, 50, 90 % of the mobile's neighbourhood
  double quantile_50_m = 0.0;
  double quantile_90_m = 0.0;
  double delta_h_m = 0.0;
  double mobile_slope_mrad = 0.0;
  double steepest_slope_mrad = 0.0;  ///< over stretches of 5 to 10 km at the mobile
  double least_slope_mrad = 0.0;
  double sea_share = 0.0;  ///< β
  SeaEnd sea_end = SeaEnd::kBoth;
  bool single_horizon = false;
  double ridge_height_m = 0.0;  ///< of a single horizon above the line between the antennas
};

/// Throws std::invalid_argument for an unknown environment and for a profile of fewer than two points.
Result predict(const Input& input);

}  // namespace phusong::propagation::ehata
