#include "propagation/even_profile.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace phusong::propagation {
namespace {

bool is_even(std::span<const double> distance_km) {
  const double step_km = distance_km[1] - distance_km[0];
  for (std::size_t i = 1; i < distance_km.size(); ++i) {
    if (std::abs(distance_km[i] - static_cast<double>(i) * step_km) > 1e-6 * step_km) return false;
  }
  return true;
}

std::vector<double> interpolated(const Profile& profile, double step_km) {
  std::vector<double> height_m(profile.size());
  std::size_t left = 0;
  for (std::size_t i = 0; i < height_m.size(); ++i) {
    const double d = static_cast<double>(i) * step_km;
    while (left + 2 < profile.size() && profile.distance_km[left + 1] <= d)
      ++left;
    const double span_km = profile.distance_km[left + 1] - profile.distance_km[left];
    const double share = std::min((d - profile.distance_km[left]) / span_km, 1.0);
    height_m[i] = std::lerp(profile.ground_m[left], profile.ground_m[left + 1], share);
  }
  return height_m;
}

}  // namespace

EvenProfile even_profile(const Profile& profile) {
  if (profile.size() < 2 || profile.distance_km.size() != profile.size()) {
    throw std::invalid_argument("a profile needs at least two points, each with its distance");
  }
  if (is_even(profile.distance_km)) {
    return {.step_m = 1000.0 * profile.distance_km[1], .height_m = {profile.ground_m.begin(), profile.ground_m.end()}};
  }
  const double step_km = profile.length_km() / static_cast<double>(profile.size() - 1);
  return {.step_m = 1000.0 * step_km, .height_m = interpolated(profile, step_km)};
}

}  // namespace phusong::propagation
