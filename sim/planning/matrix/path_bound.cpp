#include "sim/planning/matrix/path_bound.h"

#include <algorithm>
#include <cmath>

#include "propagation/constants.h"
#include "propagation/free_space.h"
#include "propagation/p1812/radio_climate.h"
#include "propagation/p526/bullington.h"
#include "sim/coverage/path_sampling.h"

namespace phusong::planning {
namespace {

/// P.1812 blends its mechanisms by sums of powers that can be a little below each.
constexpr double kBlendDb = 3.0;
/// Ducting of small time percentages, focusing, and models that are fits to measurements go below free space.
constexpr double kOtherDb = 10.0;
/// Terrain samples that the bound looks at, about.
constexpr std::size_t kBoundSamples = 40;

double length_m(const coverage::PathEnds& ends) {
  return distance_m(ends.mast, ends.receiver);
}

/// Every path of P.1812 at the median of time has at least the diffraction loss of its profile, 4.3.
bool rests_on_diffraction(const propagation::PropagationSettings& settings) {
  return settings.model == propagation::Model::kP1812 && settings.time_percent == 50.0;
}

}  // namespace

PathBound::PathBound(const gis::Terrain& terrain, const scenario::Options& options)
    : terrain_(terrain),
      knows_diffraction_(rests_on_diffraction(options.propagation.settings)),
      earth_radius_km_(propagation::p1812::median_effective_earth_radius_km(options.propagation.settings.delta_n)) {}

double PathBound::free_space_db(const coverage::PathEnds& ends, double frequency_mhz) const {
  const double below_db = knows_diffraction_ ? kBlendDb : kOtherDb;
  return propagation::free_space_loss_db(frequency_mhz, std::max(length_m(ends), 1.0) / 1000.0) - below_db;  // Eq. (1)
}

void PathBound::turn_to(const coverage::PathEnds& ends) {
  ends_ = ends;
  length_km_ = length_m(ends) / 1000.0;
  nu_root_wavelength_ = -std::numeric_limits<double>::infinity();
  if (!knows_diffraction_ || length_km_ * 1000.0 < coverage::kShortPathM) return;
  const auto mast_m = terrain_.height_near(ends.mast), receiver_m = terrain_.height_near(ends.receiver);
  if (!mast_m || !receiver_m) return;
  // A part of the samples that the exact path has: the slopes of Bullington's construction are greatest values over
  // the samples, so that those of a part are not greater, and ν is their product.
  const std::size_t intervals = coverage::interval_count(length_km_ * 1000.0, terrain_.grid().cell_size_m);
  const std::size_t stride = std::max<std::size_t>(1, intervals / kBoundSamples);
  const gis::ProfileStep line(ends.mast, ends.receiver, intervals);
  distance_km_.assign(1, 0.0);
  ground_m_.assign(1, *mast_m);
  for (std::size_t i = stride; i < intervals; i += stride) {
    const double ground_m = terrain_.sample(line.point(i));
    if (std::isnan(ground_m)) continue;
    distance_km_.push_back(length_km_ * static_cast<double>(i) / static_cast<double>(intervals));
    ground_m_.push_back(ground_m);
  }
  distance_km_.push_back(length_km_);
  ground_m_.push_back(*receiver_m);
  nu_root_wavelength_ = propagation::p526::bullington_nu_root_wavelength(
      distance_km_, [this](std::size_t i) { return ground_m_[i]; },
      {.tx_height_m = *mast_m + ends.mast_height_m, .rx_height_m = *receiver_m + ends.receiver_height_m},
      earth_radius_km_);
}

double PathBound::at_least_db(double frequency_mhz) const {
  const double wavelength_m = propagation::wavelength_m(frequency_mhz);
  const double nu = nu_root_wavelength_ / std::sqrt(wavelength_m);
  return free_space_db(ends_, frequency_mhz) + propagation::p526::bullington_loss_db(nu, length_km_);  // Eq. (2)
}

}  // namespace phusong::planning
