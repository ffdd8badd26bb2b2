#include "propagation/ehata/ehata.h"

#include <algorithm>
#include <stdexcept>
#include <string>

#include "propagation/ehata/corrections.h"
#include "propagation/ehata/median_loss.h"
#include "propagation/ehata/terrain.h"
#include "propagation/normal.h"

namespace phusong::propagation::ehata {
namespace {

// The model reads its profile from the mobile.
EvenProfile profile_from_mobile(const Profile& profile) {
  EvenProfile even = even_profile(profile);
  std::ranges::reverse(even.height_m);
  return even;
}

double terrain_correction_db(const Result& terrain, double mobile_ground_m) {
  const double sea_db = mixed_path_db(terrain);
  if (terrain.single_horizon) {
    return sea_db + isolated_ridge_db(terrain.horizon_distance_m[1] / 1000.0, terrain.horizon_distance_m[0] / 1000.0,
                                      terrain.ridge_height_m);
  }
  return sea_db + rolling_hills_db(terrain.delta_h_m) + rolling_hills_position_db(terrain, mobile_ground_m) +
         slope_db(terrain.mobile_slope_mrad, terrain.distance_km);
}

}  // namespace

Environment environment_from_nlcd(int nlcd_class) {
  constexpr std::array kOtherClasses = {11, 12, 21, 31, 41, 42, 43, 51, 52, 71, 72, 73, 74, 81, 82, 90, 95};
  if (nlcd_class == 23 || nlcd_class == 24) return Environment::kUrban;
  if (nlcd_class == 22) return Environment::kSuburban;
  if (std::ranges::find(kOtherClasses, nlcd_class) != kOtherClasses.end()) return Environment::kRural;
  throw std::invalid_argument("unknown land cover class " + std::to_string(nlcd_class));
}

Result predict(const Input& input) {
  const EvenProfile profile = profile_from_mobile(input.profile);
  Result result{.distance_km = profile.length_m() / 1000.0};
  check(kFrequency, input.frequency_mhz, result.violations);
  check(kDistance, result.distance_km, result.violations);
  check(kStep, profile.step_m / 1000.0, result.violations);
  check(kReliability, input.reliability_percent, result.violations);

  set_effective_heights(profile, input, result);
  set_terrain_statistics(profile, result);
  set_mobile_slope(profile, result);
  set_sea(profile, result);
  set_horizons(profile, input, result);

  const double deviate = approximate_inverse_complementary_normal(input.reliability_percent / 100.0, kHastingsC0Itu);
  const double sigma_db = location_deviation_db(input.frequency_mhz, input.environment);
  result.loss_db =
      median_loss_db(input, result) - deviate * sigma_db - terrain_correction_db(result, profile.height_m.front());
  return result;
}

}  // namespace phusong::propagation::ehata
