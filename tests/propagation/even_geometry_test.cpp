#include "propagation/p1812/even_geometry.h"

#include <doctest/doctest.h>

#include <cmath>
#include <random>

#include "propagation/p1812/p1812.h"

using namespace phusong::propagation;

namespace {

/// Equal steps over ground of one kind.
struct EvenGround {
  std::vector<double> distance_km, ground_m, clutter_m;

  p1812::Path path(double tx_height_m, double rx_height_m) const {
    return {
        .profile = {.distance_km = distance_km, .ground_m = ground_m, .clutter_m = clutter_m, .has_equal_steps = true},
        .tx_height_m = tx_height_m,
        .rx_height_m = rx_height_m,
        .latitude_deg = 22.0,
        .delta_n = 46.0,
        .n0 = 367.0};
  }
};

EvenGround random_ground(std::mt19937& random, std::size_t intervals, double step_km, double relief_m) {
  std::uniform_real_distribution<double> noise(-1.0, 1.0);
  EvenGround ground;
  double height_m = 300.0, trend_m = 0.0;
  for (std::size_t i = 0; i <= intervals; ++i) {
    ground.distance_km.push_back(static_cast<double>(i) * step_km);
    trend_m = 0.9 * trend_m + relief_m * noise(random);
    height_m = std::max(0.0, height_m + trend_m);
    ground.ground_m.push_back(height_m);
  }
  return ground;
}

double worst_difference_db(const p1812::Path& path) {
  const p1812::Geometry plain = p1812::geometry_of(path, p1812::ForTime::kMedianOnly);
  const p1812::Geometry even = p1812::even_geometry(path);
  double worst_db = 0.0;
  for (const double frequency_mhz : {450.0, 947.5, 1842.5, 3500.0}) {
    const p1812::Request request{.frequency_mhz = frequency_mhz};
    worst_db =
        std::max(worst_db, std::abs(p1812::basic_loss(plain, request).lb_db - p1812::basic_loss(even, request).lb_db));
  }
  return worst_db;
}

}  // namespace

TEST_CASE("one pass over equal steps finds what the passes of P.1812 find") {
  std::mt19937 random(11);
  std::size_t beyond_horizon = 0, in_sight = 0;
  double worst_db = 0.0;
  for (int round = 0; round < 3000; ++round) {
    const std::size_t intervals = 2 + random() % (round % 10 == 0 ? 900 : 90);
    const double step_km = round % 2 == 0 ? 0.09 : 0.031;
    const double relief_m = std::vector{0.0, 0.3, 8.0, 40.0}[random() % 4];
    EvenGround ground = random_ground(random, intervals, step_km, relief_m);
    if (round % 5 == 0) {
      for (std::size_t i = 0; i <= intervals; ++i)
        ground.clutter_m.push_back(random() % 3 == 0 ? 12.0 : 0.0);
    }
    const p1812::Path path = ground.path(round % 3 == 0 ? 200.0 : 42.0, round % 7 == 0 ? 90.0 : 1.5);
    REQUIRE(p1812::has_even_geometry(path));
    const p1812::Geometry even = p1812::even_geometry(path);
    ++(even.horizons.transhorizon ? beyond_horizon : in_sight);
    worst_db = std::max(worst_db, worst_difference_db(path));
  }
  CHECK(beyond_horizon > 500);
  CHECK(in_sight > 500);
  CHECK(worst_db < 1e-6);
}

TEST_CASE("flat ground at sea level, whose earth alone stands in the way") {
  for (const std::size_t intervals : {2U, 3U, 5U, 17U, 300U, 1200U}) {
    EvenGround flat;
    for (std::size_t i = 0; i <= intervals; ++i) {
      flat.distance_km.push_back(0.09 * static_cast<double>(i));
      flat.ground_m.push_back(0.0);
    }
    CAPTURE(intervals);
    CHECK(worst_difference_db(flat.path(30.0, 1.5)) < 1e-6);
    CHECK(worst_difference_db(flat.path(1.0, 60.0)) < 1e-6);
    CHECK(worst_difference_db(flat.path(10.0, 10.0)) < 1e-6);
  }
}

TEST_CASE("paths over zones, or of too many samples, are for the plain passes") {
  std::mt19937 random(3);
  const EvenGround ground = random_ground(random, 10, 0.09, 5.0);
  p1812::Path path = ground.path(30.0, 1.5);
  CHECK(p1812::has_even_geometry(path));
  const std::vector<Zone> zones(11, Zone::kCoastalLand);
  path.profile.zone = zones;
  CHECK_FALSE(p1812::has_even_geometry(path));
  CHECK_FALSE(p1812::has_even_geometry(random_ground(random, p1812::kMostIntervals + 1, 0.03, 5.0).path(30.0, 1.5)));
}
