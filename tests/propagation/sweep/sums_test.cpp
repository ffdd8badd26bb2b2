#include <doctest/doctest.h>

#include "propagation/p1812/zones.h"
#include "propagation/p526/smooth_surface.h"
#include "propagation/sweep/terrain_line_sums.h"
#include "propagation/sweep/zone_sums.h"
#include "tests/propagation/sweep/rays.h"

using namespace phusong;
using namespace phusong::tests;
namespace sweep = phusong::propagation::sweep;

TEST_CASE("running sums give the least-squares line of every prefix of a profile") {
  for (const StoredProfile& profile : random_profiles(10)) {
    sweep::TerrainLineSums<double> sums{0.0, 0.0, 0.0, profile.ground_m.front()};
    for (std::size_t i = 1; i < profile.ground_m.size(); ++i) {
      sums.add(profile.distance_km[i], profile.ground_m[i]);
      const auto view = profile.view();
      const auto line =
          propagation::p526::least_squares_surface(view.distance_km.first(i + 1), view.ground_m.first(i + 1));
      CHECK(sums.at_tx_m() == doctest::Approx(line.tx_m).epsilon(1e-9));
      CHECK(sums.at_rx_m() == doctest::Approx(line.rx_m).epsilon(1e-9));
    }
  }
}

TEST_CASE("running sums give the zone lengths of every prefix of a profile") {
  int with_zones = 0;
  for (const StoredProfile& profile : random_profiles(60)) {
    if (profile.zone.empty()) continue;
    ++with_zones;
    sweep::ZoneSums sums(profile.zone.front());
    for (std::size_t i = 1; i < profile.zone.size(); ++i) {
      sums.add(profile.distance_km[i], profile.zone[i]);
      const auto view = profile.view();
      const auto expected = propagation::p1812::zone_sections({.distance_km = view.distance_km.first(i + 1),
                                                               .ground_m = view.ground_m.first(i + 1),
                                                               .zone = view.zone.first(i + 1)});
      const auto found = sums.sections();
      CHECK(found.omega == doctest::Approx(expected.omega));
      CHECK(found.dtm_km == doctest::Approx(expected.dtm_km));
      CHECK(found.dlm_km == doctest::Approx(expected.dlm_km));
    }
  }
  CHECK(with_zones > 3);
}
