#include <doctest/doctest.h>
#include <fmt/core.h>

#include <memory>
#include <random>

#include "tests/propagation/sweep/rays.h"
#include "tests/shared_folder.h"

using namespace phusong;
using namespace phusong::tests;
namespace sweep = phusong::propagation::sweep;

namespace {

constexpr double kLatitudeDeg = 21.8;
constexpr double kToleranceDb = 0.01;

sweep::SweepSettings settings_of(double time_percent, propagation::Polarization polarization, double tx_height_m) {
  return {.propagation = {.time_percent = time_percent, .polarization = polarization},
          .tx_height_m = tx_height_m,
          .rx_height_m = 1.5,
          .frequencies_mhz = {450.0, 900.0, 2140.0}};
}

/// How the swept receivers compare with the point-to-point function.
struct Comparison {
  std::size_t receivers = 0;
  std::size_t ties = 0;  ///< two samples tie: the point-to-point function itself jumps
  double worst_db = 0.0;
  std::string worst_at;

  void take(double deviation_db, const std::string& at) {
    if (deviation_db <= worst_db) return;
    worst_db = deviation_db;
    worst_at = at;
  }
};

/// Whether moving heights by a millimetre moves the point-to-point loss by more than the tolerance.
bool is_tie(const StoredProfile& profile, std::size_t last, const sweep::SweepSettings& settings, std::size_t carrier) {
  const auto loss_db = [&](const StoredProfile& of) {
    return propagation::path_losses(path_to(of, last, settings, kLatitudeDeg), settings.propagation,
                                    settings.frequencies_mhz)[carrier]
        .loss_db;
  };
  const double unmoved_db = loss_db(profile);
  std::mt19937 engine(1);
  for (int attempt = 0; attempt < 20; ++attempt) {
    StoredProfile moved = profile;
    for (double& ground_m : moved.ground_m)
      ground_m += engine() % 2 == 0 ? 0.001 : -0.001;
    if (std::abs(loss_db(moved) - unmoved_db) > kToleranceDb) return true;
  }
  return false;
}

/// The sweep of every instruction set that this machine has.
std::vector<std::unique_ptr<sweep::RaySweep>> sweeps(const sweep::SweepSettings& settings) {
  std::vector<std::unique_ptr<sweep::RaySweep>> result;
  result.push_back(sweep::make_portable_ray_sweep(settings));
  if (auto avx2 = sweep::make_avx2_ray_sweep(settings)) result.push_back(std::move(avx2));
  return result;
}

void compare(const StoredProfile& profile, const std::string& name, const sweep::SweepSettings& settings,
             Comparison& comparison) {
  const ProfileRay on = ray_on(profile, kLatitudeDeg);
  std::vector<sweep::RayLosses> swept;
  for (const auto& engine : sweeps(settings))
    engine->compute(on.ray, on.receivers, swept.emplace_back());
  for (std::size_t r = 0; r < on.receivers.size(); ++r) {
    const auto query = path_to(profile, r + 2, settings, kLatitudeDeg);
    const auto exact = propagation::path_losses(query, settings.propagation, settings.frequencies_mhz);
    const double departure_rad = propagation::departure_angle_rad(query, settings.propagation);
    for (const sweep::RayLosses& losses : swept) {
      CHECK(static_cast<double>(losses.departure_rad[r]) == doctest::Approx(departure_rad).epsilon(1e-5));
      for (std::size_t f = 0; f < exact.size(); ++f) {
        ++comparison.receivers;
        const double deviation_db = std::abs(static_cast<double>(losses.loss_db[f][r]) - exact[f].loss_db);
        const auto at = fmt::format("{} sample {} of {}, p {}, {} MHz: {} dB, exact {} dB", name, r + 2,
                                    profile.ground_m.size(), settings.propagation.time_percent,
                                    settings.frequencies_mhz[f], losses.loss_db[f][r], exact[f].loss_db);
        if (deviation_db > kToleranceDb && is_tie(profile, r + 2, settings, f))
          ++comparison.ties;
        else
          comparison.take(std::isnan(deviation_db) ? 1e9 : deviation_db, at);
      }
    }
  }
}

void check(const Comparison& comparison) {
  fmt::print("{} losses, {} ties, worst {:.2g} dB: {}\n", comparison.receivers, comparison.ties, comparison.worst_db,
             comparison.worst_at);
  INFO(comparison.worst_at);
  CHECK(comparison.worst_db <= kToleranceDb);
  CHECK(comparison.ties * 10'000 <= comparison.receivers);
}

}  // namespace

TEST_CASE("a sweep gives every receiver on a random ray the loss of its path") {
  Comparison comparison;
  int number = 0;
  for (const StoredProfile& profile : random_profiles(120)) {
    const double time_percent = number % 3 == 0 ? 50.0 : number % 3 == 1 ? 10.0 : 1.0;
    const auto polarization =
        number % 2 == 0 ? propagation::Polarization::kVertical : propagation::Polarization::kHorizontal;
    compare(profile, fmt::format("random {}", number), settings_of(time_percent, polarization, 10.0 + number % 50),
            comparison);
    ++number;
  }
  check(comparison);
}

TEST_CASE("a sweep gives every receiver on the reference profiles the loss of its path") {
  const auto shared = shared_folder("a sweep gives every receiver on the reference profiles the loss of its path");
  if (!shared) return;
  Comparison comparison;
  for (const auto& [name, profile] : read_profiles(*shared / "reference/profiles/profiles.jsonl")) {
    compare(profile, name, settings_of(50.0, propagation::Polarization::kVertical, 40.0), comparison);
    compare(profile, name, settings_of(10.0, propagation::Polarization::kHorizontal, 25.0), comparison);
  }
  check(comparison);
}
