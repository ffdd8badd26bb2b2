#include "propagation/sweep/itm_sweep.h"

#include <doctest/doctest.h>
#include <fmt/core.h>

#include <cmath>

#include "tests/propagation/sweep/comparison.h"
#include "tests/propagation/sweep/rays.h"
#include "tests/shared_folder.h"

using namespace phusong;
using namespace phusong::tests;
namespace sweep = phusong::propagation::sweep;

namespace {

sweep::SweepSettings settings_of(double time_percent, int climate, double tx_height_m) {
  return {.propagation = {.model = propagation::Model::kItm, .time_percent = time_percent, .itm_climate = climate},
          .tx_heights_m = {tx_height_m},
          .rx_height_m = 1.5,
          .frequencies_mhz = {450.0, 900.0, 2140.0}};
}

void compare_itm(const StoredProfile& profile, const std::string& name, const sweep::SweepSettings& settings,
                 SweepComparison& comparison) {
  std::vector<std::unique_ptr<sweep::RaySweep>> engines;
  engines.push_back(sweep::make_itm_ray_sweep(settings));
  compare(profile, name, settings, engines, comparison);
}

/// The model itself resamples a profile of unequal steps; rays have equal ones.
bool has_equal_steps(const StoredProfile& profile) {
  const double step_km = profile.distance_km[1];
  for (std::size_t i = 2; i < profile.distance_km.size(); ++i)
    if (std::abs(profile.distance_km[i] - static_cast<double>(i) * step_km) > 1e-6 * step_km) return false;
  return true;
}

}  // namespace

TEST_CASE("an ITM sweep gives every receiver on a random ray the loss of its path") {
  SweepComparison comparison;
  int number = 0;
  for (const StoredProfile& profile : random_profiles(150)) {
    ++number;
    if (!has_equal_steps(profile)) continue;
    const double time_percent = number % 3 == 0 ? 50.0 : number % 3 == 1 ? 10.0 : 95.0;
    compare_itm(profile, fmt::format("random {}", number),
                settings_of(time_percent, 1 + number % 7, 10.0 + number % 50), comparison);
  }
  comparison.check();
}

TEST_CASE("an ITM sweep gives every receiver on the reference profiles the loss of its path") {
  const auto shared = shared_folder("an ITM sweep gives every receiver on the reference profiles the loss of its path");
  if (!shared) return;
  SweepComparison comparison;
  for (const auto& [name, profile] : read_profiles(*shared / "reference/profiles/profiles.jsonl")) {
    if (!has_equal_steps(profile)) continue;
    compare_itm(profile, name, settings_of(50.0, 5, 40.0), comparison);
    compare_itm(profile, name, settings_of(10.0, 1, 25.0), comparison);
  }
  comparison.check();
}
