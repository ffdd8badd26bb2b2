#include "propagation/ehata/terrain.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

#include "propagation/line_fit.h"

namespace phusong::propagation::ehata {
namespace {

double step_km(const EvenProfile& profile) {
  return profile.step_m * 0.001;
}

double length_km(const EvenProfile& profile) {
  return profile.intervals() * step_km(profile);
}

// Whole steps within a distance.
int steps_within(const EvenProfile& profile, double distance_km) {
  return static_cast<int>(distance_km / step_km(profile));
}

double mean_height_m(const EvenProfile& profile, int first, int last) {
  const auto begin = profile.height_m.begin();
  return std::accumulate(begin + first, begin + last + 1, 0.0) / (last - first + 1);
}

constexpr double kNearKm = 3.0, kFarKm = 15.0;

// The stretches whose averages the two ends are measured against.
struct AveragingStretches {
  int mobile_first, mobile_last, base_first, base_last;
};

AveragingStretches averaging_stretches(const EvenProfile& profile) {
  const int last = profile.intervals();
  const int near = steps_within(profile, kNearKm);
  if (length_km(profile) <= kFarKm) return {near, last, 0, last - near};
  const int far = steps_within(profile, kFarKm);
  return {near, far, last - far, last - near};
}

double ranked_from_top_m(std::vector<double>& heights_m, double rank) {
  const int index = std::clamp(static_cast<int>(rank), 0, static_cast<int>(heights_m.size()) - 1);
  std::nth_element(heights_m.begin(), heights_m.begin() + index, heights_m.end(), std::greater<>());
  return heights_m[index];
}

// From the first `distance_m` of the profile, in mrad, falling away from the mobile positive.
double fitted_slope_mrad(const EvenProfile& profile, double distance_m) {
  const int steps = static_cast<int>(distance_m / profile.step_m);
  const FittedLine line = fit_line(std::span(profile.height_m).first(steps + 1), 0.0, steps);
  return -1000.0 * (line.at(steps) - line.at(0)) / distance_m;
}

}  // namespace

void set_effective_heights(const EvenProfile& profile, const Input& input, Result& result) {
  const double distance_km = length_km(profile);
  Ends rise_m{};
  if (distance_km < kNearKm) {
    result.ground_above_average_m = {profile.height_m.front(), profile.height_m.back()};
  } else {
    const auto [mobile_first, mobile_last, base_first, base_last] = averaging_stretches(profile);
    const double share = std::min((distance_km - kNearKm) / (kFarKm - kNearKm), 1.0);
    rise_m = {share * (profile.height_m.front() - mean_height_m(profile, mobile_first, mobile_last)),
              share * (profile.height_m.back() - mean_height_m(profile, base_first, base_last))};
    result.ground_above_average_m = rise_m;
  }
  result.mobile_effective_height_m = std::clamp(input.mobile_height_m + rise_m[0], 1.0, 10.0);
  result.base_effective_height_m = std::clamp(input.base_height_m + rise_m[1], 30.0, 200.0);
}

void set_terrain_statistics(const EvenProfile& profile, Result& result) {
  constexpr double kNeighbourhoodKm = 10.0;
  const double distance_km = length_km(profile);
  const bool whole_path = distance_km < kNeighbourhoodKm;
  const int last = whole_path ? profile.intervals() : steps_within(profile, kNeighbourhoodKm);
  std::vector<double> heights_m(profile.height_m.begin(), profile.height_m.begin() + last + 1);
  const double count = static_cast<double>(heights_m.size());
  const double scale = whole_path ? (1.0 - 0.8 * std::exp(-0.2)) / (1.0 - 0.8 * std::exp(-0.02 * distance_km)) : 1.0;
  const double q10_m = ranked_from_top_m(heights_m, 0.1 * count - 1.0);
  const double q50_m = ranked_from_top_m(heights_m, 0.5 * count - 1.0);
  const double q90_m = ranked_from_top_m(heights_m, 0.9 * count - 1.0);
  result.quantile_10_m = scale * q10_m;
  result.quantile_50_m = scale * q50_m;
  result.quantile_90_m = scale * q90_m;
  result.delta_h_m = scale * (q10_m - q90_m);
}

void set_mobile_slope(const EvenProfile& profile, Result& result) {
  constexpr double kNone = 1e31;  // where the path is too short for a slope
  const double distance_m = profile.length_m();
  result.steepest_slope_mrad = -kNone;
  result.least_slope_mrad = kNone;
  double nearest_mrad = 0.0;
  for (double stretch_m = 5000.0; stretch_m <= 10000.0 && stretch_m <= distance_m; stretch_m += 1000.0) {
    const double slope_mrad = fitted_slope_mrad(profile, stretch_m);
    result.steepest_slope_mrad = std::max(result.steepest_slope_mrad, slope_mrad);
    result.least_slope_mrad = std::min(result.least_slope_mrad, slope_mrad);
    if (stretch_m == 5000.0) nearest_mrad = slope_mrad;
  }
  const bool changes_sign = result.steepest_slope_mrad * result.least_slope_mrad < 0.0;
  if (distance_m <= 5000.0 || changes_sign) {
    result.mobile_slope_mrad = nearest_mrad;
  } else {
    result.mobile_slope_mrad = result.steepest_slope_mrad >= 0.0 ? result.steepest_slope_mrad : result.least_slope_mrad;
  }
}

void set_sea(const EvenProfile& profile, Result& result) {
  const auto is_sea = [](double height_m) { return height_m == 0.0; };
  const auto middle = profile.height_m.begin() + profile.intervals() / 2;
  const auto at_mobile = std::count_if(profile.height_m.begin(), middle, is_sea);
  const auto at_base = std::count_if(middle, profile.height_m.end(), is_sea);
  result.sea_share = static_cast<double>(at_mobile + at_base) / static_cast<double>(profile.height_m.size());
  result.sea_end = at_mobile > at_base ? SeaEnd::kMobile : at_base > at_mobile ? SeaEnd::kBase : SeaEnd::kBoth;
}

}  // namespace phusong::propagation::ehata
