#include "tests/propagation/sweep/comparison.h"

#include <doctest/doctest.h>
#include <fmt/core.h>

#include <cmath>
#include <random>

#include "tests/propagation/sweep/rays.h"

namespace phusong::tests {
namespace {

constexpr double kLatitudeDeg = 21.8;

using propagation::sweep::RayLosses;
using propagation::sweep::SweepSettings;

/// Whether moving heights by a millimetre moves the point-to-point loss by more than the tolerance.
bool is_tie(const StoredProfile& profile, std::size_t last, const SweepSettings& settings, std::size_t carrier) {
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
    if (std::abs(loss_db(moved) - unmoved_db) > kSweepToleranceDb) return true;
  }
  return false;
}

/// A receiver's exact path and its name for messages.
struct Expected {
  const StoredProfile& profile;
  const std::string& name;
  const SweepSettings& settings;
  std::size_t last;
  std::vector<propagation::PathLoss> losses;
};

void take(const Expected& expected, std::size_t f, double swept_db, SweepComparison& comparison) {
  ++comparison.receivers;
  const double exact_db = expected.losses[f].loss_db;
  double deviation_db = std::abs(swept_db - exact_db);
  if (std::isnan(deviation_db)) deviation_db = 1e9;
  if (deviation_db <= comparison.worst_db) return;
  if (deviation_db > kSweepToleranceDb && is_tie(expected.profile, expected.last, expected.settings, f)) {
    ++comparison.ties;
    return;
  }
  comparison.worst_db = deviation_db;
  comparison.worst_at =
      fmt::format("{} sample {} of {}, p {}, {} MHz: {} dB, exact {} dB", expected.name, expected.last,
                  expected.profile.ground_m.size(), expected.settings.propagation.time_percent,
                  expected.settings.frequencies_mhz[f], swept_db, exact_db);
}

}  // namespace

void SweepComparison::check() const {
  fmt::print("{} losses, {} ties, worst {:.2g} dB: {}\n", receivers, ties, worst_db, worst_at);
  INFO(worst_at);
  CHECK(receivers > 0);
  CHECK(worst_db <= kSweepToleranceDb);
  CHECK(ties * 10'000 <= receivers);
}

void compare(const StoredProfile& profile, const std::string& name, const SweepSettings& settings,
             const std::vector<std::unique_ptr<propagation::sweep::RaySweep>>& engines, SweepComparison& comparison) {
  const ProfileRay on = ray_on(profile, kLatitudeDeg);
  std::vector<RayLosses> swept;
  for (const auto& engine : engines) {
    std::vector<RayLosses> of_antennas;
    engine->compute({&on.ray, 1}, on.receivers, of_antennas);
    swept.push_back(of_antennas.front());
  }
  for (std::size_t r = 0; r < on.receivers.size(); ++r) {
    const auto query = path_to(profile, r + 2, settings, kLatitudeDeg);
    const Expected expected{profile, name, settings, r + 2,
                            propagation::path_losses(query, settings.propagation, settings.frequencies_mhz)};
    const double departure_rad = propagation::departure_angle_rad(query, settings.propagation);
    for (const RayLosses& losses : swept) {
      CHECK(static_cast<double>(losses.departure_rad[r]) == doctest::Approx(departure_rad).epsilon(1e-5));
      for (std::size_t f = 0; f < expected.losses.size(); ++f)
        take(expected, f, static_cast<double>(losses.loss_db[f][r]), comparison);
    }
  }
}

}  // namespace phusong::tests
