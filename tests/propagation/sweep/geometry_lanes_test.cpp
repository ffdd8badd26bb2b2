#include "propagation/sweep/geometry_lanes.h"

#include <doctest/doctest.h>

#include "propagation/p1812/geometry.h"
#include "tests/propagation/sweep/rays.h"
#include "tests/shared_folder.h"

using namespace phusong;
using namespace phusong::tests;
namespace p1812 = phusong::propagation::p1812;
namespace sweep = phusong::propagation::sweep;

namespace {

constexpr double kLatitudeDeg = 21.8;

struct Quantity {
  const char* name;
  double swept, exact;
};

std::vector<Quantity> quantities(const sweep::PlaceLanes& p, const sweep::GeometryLanes& g, int l,
                                 const p1812::Geometry& exact) {
  const auto mrad = [](double m_per_km) { return 1000.0 * std::atan(m_per_km / 1000.0); };
  return {{"omega", p.omega[l], exact.zones.omega},
          {"dtm_km", p.dtm_km[l], exact.zones.dtm_km},
          {"dlm_km", p.dlm_km[l], exact.zones.dlm_km},
          {"theta_t_mrad", mrad(g.theta_t_m_per_km[l]), exact.horizons.theta_t_mrad},
          {"theta_r_mrad", mrad(g.theta_r_m_per_km[l]), exact.horizons.theta_r_mrad},
          {"dlt_km", g.dlt_km[l], exact.horizons.dlt_km},
          {"dlr_km", g.dlr_km[l], exact.horizons.dlr_km},
          {"hst_n_m", p.line_tx_m[l], exact.least_squares.tx_m},
          {"hsr_n_m", p.line_rx_m[l], exact.least_squares.rx_m},
          {"h'tc_m", g.above_smooth_tx_m[l], exact.at_median.smooth_path.tx_height_m},
          {"h'rc_m", g.above_smooth_rx_m[l], exact.at_median.smooth_path.rx_height_m},
          {"hte_m", g.antenna_m - p.surface_tx_m[l], exact.ducting.hte_m},
          {"hre_m", p.hre_m[l], exact.ducting.hre_m},
          {"hm_m", g.hm_m[l], exact.ducting.hm_m},
          {"actual nu", g.actual_nu[l], exact.at_median.actual_nu_root_wavelength},
          {"actual nu, beta", g.actual_nu_at_beta[l], exact.at_beta->actual_nu_root_wavelength}};
}

struct Checked {
  std::size_t paths = 0, deviating = 0;
};

/// Counts paths of which some quantity differs by more than rounding.
void check_profile(const StoredProfile& profile, const sweep::SweepSettings& settings, Checked& checked) {
  const ProfileRay on = ray_on(profile, kLatitudeDeg);
  sweep::GeometryFinder finder;
  finder.start({&on.ray, 1}, on.receivers, settings);
  for (std::size_t r = 0; r < on.receivers.size(); ++r) {
    const int lane = static_cast<int>(r % sweep::kLanes);
    if (lane == 0) finder.find(r);
    const auto query = path_to(profile, r + 2, settings, kLatitudeDeg);
    const auto exact = p1812::geometry_of({.profile = query.profile,
                                           .tx_height_m = settings.tx_heights_m.front(),
                                           .rx_height_m = settings.rx_height_m,
                                           .latitude_deg = kLatitudeDeg,
                                           .delta_n = settings.propagation.delta_n,
                                           .n0 = settings.propagation.n0},
                                          p1812::ForTime::kAny);
    bool deviates = false;
    for (const Quantity& quantity : quantities(finder.places(), finder.geometry().front(), lane, exact))
      deviates = deviates || std::abs(quantity.swept - quantity.exact) > 1e-7 * (1.0 + std::abs(quantity.exact));
    ++checked.paths;
    if (deviates) ++checked.deviating;
  }
}

sweep::SweepSettings settings() {
  return {.propagation = {.time_percent = 10.0}, .tx_heights_m = {30.0}, .rx_height_m = 1.5, .frequencies_mhz = {}};
}

}  // namespace

TEST_CASE("a sweep takes from random rays what the path's own geometry takes") {
  Checked checked;
  for (const StoredProfile& profile : random_profiles(100))
    check_profile(profile, settings(), checked);
  CHECK(checked.paths > 10'000);
  CHECK(checked.deviating == 0);
}

TEST_CASE("a sweep takes from the reference profiles what the path's own geometry takes") {
  const auto shared = shared_folder("a sweep takes from the reference profiles what the path's own geometry takes");
  if (!shared) return;
  Checked checked;
  for (const auto& [name, profile] : read_profiles(*shared / "reference/profiles/profiles.jsonl"))
    check_profile(profile, settings(), checked);
  CHECK(checked.paths > 50'000);
  CHECK(checked.deviating == 0);
}
