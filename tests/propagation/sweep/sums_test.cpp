#include <doctest/doctest.h>

#include "propagation/p1812/zone_sums.h"
#include "propagation/p526/terrain_line_sums.h"
#include "tests/propagation/sweep/rays.h"

using namespace phusong;
using namespace phusong::tests;
using propagation::Zone;

TEST_CASE("running sums give a straight slope back as the least-squares line of each of its prefixes") {
  for (const StoredProfile& profile : random_profiles(10)) {
    const auto height_m = [](double distance_km) { return 400.0 - 7.5 * distance_km; };
    propagation::p526::TerrainLineSums sums{0.0, 0.0, 0.0, height_m(0.0)};
    for (const double distance_km : profile.distance_km) {
      sums.add(distance_km, height_m(distance_km));
      if (distance_km == 0.0) continue;
      CHECK(sums.at_tx_m() == doctest::Approx(400.0));
      CHECK(sums.at_rx_m() == doctest::Approx(height_m(distance_km)));
    }
  }
}

TEST_CASE("a sample added twice changes no sum") {
  propagation::p526::TerrainLineSums sums{0.0, 0.0, 0.0, 10.0};
  sums.add(1.0, 30.0);
  const double once_m = sums.at_rx_m();
  sums.add(1.0, 30.0);
  CHECK(sums.at_rx_m() == once_m);
  propagation::p1812::ZoneSums zones(Zone::kInland);
  zones.add(1.0, Zone::kSea);
  zones.add(1.0, Zone::kSea);
  CHECK(zones.sections().omega == doctest::Approx(0.5));
}

TEST_CASE("running sums know the zone lengths at every sample, each of which stands for half of its intervals") {
  propagation::p1812::ZoneSums sums(Zone::kInland);
  sums.add(1.0, Zone::kInland);
  CHECK(sums.sections().dlm_km == doctest::Approx(1.0));
  sums.add(2.0, Zone::kCoastalLand);
  CHECK(sums.sections().dlm_km == doctest::Approx(1.5));
  CHECK(sums.sections().dtm_km == doctest::Approx(2.0));
  sums.add(4.0, Zone::kSea);
  CHECK(sums.sections().dtm_km == doctest::Approx(3.0));
  CHECK(sums.sections().omega == doctest::Approx(0.25));
  sums.add(5.0, Zone::kInland);
  CHECK(sums.sections().omega == doctest::Approx(0.3));
  CHECK(sums.sections().dtm_km == doctest::Approx(3.0));
  CHECK(sums.sections().dlm_km == doctest::Approx(1.5));
}
