#include "tests/propagation/sweep/rays.h"

#include <algorithm>
#include <cmath>
#include <random>

namespace phusong::tests {

using propagation::Zone;
using propagation::sweep::kOwnSamples;

namespace {

/// Uniform numbers that do not depend on the standard library's distributions.
class Dice {
 public:
  explicit Dice(unsigned seed) : engine_(seed) {}
  double between(double low, double high) { return low + (high - low) * static_cast<double>(engine_()) / 4294967296.0; }

 private:
  std::mt19937 engine_;
};

/// Sum of sines whose heights fall with their wavelengths, a rough likeness of mountains.
std::vector<double> heights(const std::vector<double>& distance_km, double relief_m, Dice& dice) {
  std::vector<double> ground_m(distance_km.size(), 600.0);
  for (double wavelength_km = 40.0, height_m = relief_m; wavelength_km > 0.05; wavelength_km /= 1.9, height_m /= 1.6) {
    const double phase = dice.between(0.0, 6.3), strength_m = height_m * dice.between(0.3, 1.0);
    for (std::size_t i = 0; i < ground_m.size(); ++i)
      ground_m[i] += strength_m * std::sin(6.283 * distance_km[i] / wavelength_km + phase);
  }
  for (double& value : ground_m)
    value = std::max(0.0, value - 550.0 + relief_m / 2.0);
  return ground_m;
}

StoredProfile random_profile(unsigned seed) {
  Dice dice(seed);
  const bool equal_steps = seed % 5 != 0;
  const double step_km = dice.between(0.02, 0.12);
  StoredProfile profile;
  profile.distance_km.push_back(0.0);
  for (double n = dice.between(20.0, 500.0); n > 0.0; n -= 1.0)
    profile.distance_km.push_back(equal_steps ? step_km * static_cast<double>(profile.distance_km.size())
                                              : profile.distance_km.back() + step_km * dice.between(0.3, 1.7));
  constexpr double kReliefs[] = {600.0, 200.0, 40.0, 0.0};
  profile.ground_m = heights(profile.distance_km, kReliefs[seed % 4], dice);
  for (double& ground_m : profile.ground_m)
    if (kReliefs[seed % 4] > 0.0) ground_m += dice.between(-1.0, 1.0);
  if (seed % 3 == 1) {
    for (std::size_t i = 0; i < profile.ground_m.size(); ++i)
      profile.clutter_m.push_back(std::max(0.0, dice.between(-10.0, 20.0)));
  }
  if (seed % 7 == 2) {
    for (const double ground_m : profile.ground_m)
      profile.zone.push_back(ground_m < 5.0 ? Zone::kSea : ground_m < 60.0 ? Zone::kCoastalLand : Zone::kInland);
  }
  return profile;
}

/// 0 where steps differ.
double equal_step_km(const std::vector<double>& distance_km) {
  for (std::size_t i = 0; i < distance_km.size(); ++i)
    if (std::abs(distance_km[i] - static_cast<double>(i) * distance_km[1]) > 1e-9) return 0.0;
  return distance_km[1];
}

}  // namespace

ProfileRay ray_on(const StoredProfile& profile, double latitude_deg) {
  ProfileRay result{.ray = {.distance_km = profile.distance_km,
                            .ground_m = profile.ground_m,
                            .step_km = equal_step_km(profile.distance_km),
                            .clutter_m = profile.clutter_m,
                            .zone = profile.zone}};
  propagation::sweep::Receivers& receivers = result.receivers;
  receivers.resize(profile.ground_m.size() - 2);
  receivers.end_of_ray = {receivers.size()};
  for (std::size_t r = 0; r < receivers.size(); ++r) {
    const std::size_t last = r + 2;
    receivers.distance_km[r] = profile.distance_km[last];
    receivers.ground_m[r] = profile.ground_m[last];
    receivers.latitude_deg[r] = latitude_deg;
    receivers.last_ray_sample[r] = std::max(static_cast<int>(last) - 1 - static_cast<int>(kOwnSamples), 0);
    if (!profile.zone.empty()) receivers.zone[r] = profile.zone[last];
    for (std::size_t k = 0; k < kOwnSamples; ++k) {
      const std::size_t i = last + k > kOwnSamples ? last + k - kOwnSamples : 1;
      receivers.own_distance_km[k][r] = profile.distance_km[i];
      receivers.own_ground_m[k][r] = profile.ground_m[i];
      if (!profile.clutter_m.empty()) receivers.own_clutter_m[k][r] = profile.clutter_m[i];
      if (!profile.zone.empty()) receivers.own_zone[k][r] = profile.zone[i];
    }
  }
  return result;
}

propagation::PathQuery path_to(const StoredProfile& profile, std::size_t last,
                               const propagation::sweep::SweepSettings& settings, double latitude_deg) {
  const propagation::Profile whole = profile.view();
  const auto part = [&](auto values) { return values.empty() ? values : values.first(last + 1); };
  return {.profile = {.distance_km = part(whole.distance_km),
                      .ground_m = part(whole.ground_m),
                      .clutter_m = part(whole.clutter_m),
                      .zone = part(whole.zone)},
          .tx_height_m = settings.tx_heights_m.front(),
          .rx_height_m = settings.rx_height_m,
          .latitude_deg = latitude_deg};
}

std::vector<StoredProfile> random_profiles(int count) {
  std::vector<StoredProfile> profiles;
  for (int seed = 1; seed <= count; ++seed)
    profiles.push_back(random_profile(static_cast<unsigned>(seed)));
  return profiles;
}

}  // namespace phusong::tests
