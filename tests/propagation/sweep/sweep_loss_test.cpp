#include <doctest/doctest.h>
#include <fmt/core.h>

#include "tests/propagation/sweep/comparison.h"
#include "tests/propagation/sweep/rays.h"
#include "tests/shared_folder.h"

using namespace phusong;
using namespace phusong::tests;
namespace sweep = phusong::propagation::sweep;

namespace {

sweep::SweepSettings settings_of(double time_percent, propagation::Polarization polarization, double tx_height_m) {
  return {.propagation = {.time_percent = time_percent, .polarization = polarization},
          .tx_heights_m = {tx_height_m},
          .rx_height_m = 1.5,
          .frequencies_mhz = {450.0, 900.0, 2140.0}};
}

/// By the sweep of every instruction set that this machine has.
void compare_all(const StoredProfile& profile, const std::string& name, const sweep::SweepSettings& settings,
                 SweepComparison& comparison) {
  compare(profile, name, settings, sweep::make_ray_sweeps_of_all_instruction_sets(settings), comparison);
}

}  // namespace

TEST_CASE("a sweep gives every receiver on a random ray the loss of its path") {
  SweepComparison comparison;
  int number = 0;
  for (const StoredProfile& profile : random_profiles(120)) {
    const double time_percent = number % 3 == 0 ? 50.0 : number % 3 == 1 ? 10.0 : 1.0;
    const auto polarization =
        number % 2 == 0 ? propagation::Polarization::kVertical : propagation::Polarization::kHorizontal;
    compare_all(profile, fmt::format("random {}", number), settings_of(time_percent, polarization, 10.0 + number % 50),
                comparison);
    ++number;
  }
  comparison.check();
}

TEST_CASE("a sweep gives every receiver on the reference profiles the loss of its path") {
  const auto shared = shared_folder("a sweep gives every receiver on the reference profiles the loss of its path");
  if (!shared) return;
  SweepComparison comparison;
  for (const auto& [name, profile] : read_profiles(*shared / "reference/profiles/profiles.jsonl")) {
    compare_all(profile, name, settings_of(50.0, propagation::Polarization::kVertical, 40.0), comparison);
    compare_all(profile, name, settings_of(10.0, propagation::Polarization::kHorizontal, 25.0), comparison);
  }
  comparison.check();
}
