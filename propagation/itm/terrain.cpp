#include "propagation/itm/terrain.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "propagation/itm/irregularity.h"
#include "propagation/itm/preparation.h"
#include "propagation/line_fit.h"

namespace phusong::propagation::itm {
namespace {

// A profile's ground as preparation asks for it.
class ProfileGround {
 public:
  explicit ProfileGround(const EvenProfile& profile) : profile_(profile) {}

  double length_m() const { return profile_.length_m(); }
  double step_m() const { return profile_.step_m; }
  Ends height_m() const { return {profile_.height_m.front(), profile_.height_m.back()}; }
  Ends fitted_m(double first, double last) const {
    const FittedLine line = fit_line(profile_.height_m, first, last);
    return {line.at(0.0), line.at(profile_.intervals())};
  }
  double irregularity_m(double first_m, double last_m) const {
    return profile_irregularity_m(profile_, first_m, last_m);
  }

 private:
  const EvenProfile& profile_;
};

// Algorithm 3.1, 3.2.
double sited_height_m(double height_m, Siting siting, double delta_h_m) {
  if (siting == Siting::kRandom) return height_m;
  double gain_m = siting == Siting::kCareful ? 4.0 : 9.0;
  if (height_m < 5.0) gain_m *= std::sin(0.1 * std::numbers::pi * height_m);
  return height_m + (1.0 + gain_m) * std::exp(-std::min(20.0, 2.0 * height_m / std::max(1e-3, delta_h_m)));
}

}  // namespace

double mean_path_height_m(const EvenProfile& profile) {
  const int tenth = static_cast<int>(0.1 * profile.intervals());
  double sum = 0.0;
  for (int i = tenth; i <= profile.intervals() - tenth; ++i)
    sum += profile.height_m[i];
  return sum / (profile.intervals() - 2 * tenth + 1);
}

Geometry geometry_of(const EvenProfile& profile, const Ends& antenna_height_m, double effective_radius_m) {
  const Horizons horizons = find_horizons(profile, antenna_height_m, effective_radius_m);
  return prepared(ProfileGround(profile), antenna_height_m, horizons, effective_radius_m);
}

Geometry geometry_of(const AreaInput& input, double effective_radius_m) {
  Geometry geometry{.distance_m = 1000.0 * input.distance_km,
                    .delta_h_m = input.delta_h_m,
                    .antenna_height_m = {input.tx_height_m, input.rx_height_m}};
  const std::array siting{input.tx_siting, input.rx_siting};
  for (int end = 0; end < 2; ++end) {
    const double height_m = sited_height_m(geometry.antenna_height_m[end], siting[end], input.delta_h_m);
    const TypicalHorizon horizon = typical_horizon(height_m, input.delta_h_m, effective_radius_m);
    geometry.effective_height_m[end] = height_m;
    geometry.horizon_distance_m[end] = horizon.distance_m;
    geometry.horizon_angle_rad[end] = horizon.angle_rad;
  }
  return geometry;
}

}  // namespace phusong::propagation::itm
