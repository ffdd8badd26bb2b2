#include <doctest/doctest.h>

#include <cmath>

#include "propagation/p526/delta_bullington.h"
#include "propagation/p526/knife_edge.h"
#include "propagation/p526/rounded_obstacle.h"
#include "propagation/p526/spherical_earth.h"
#include "tests/propagation/random_path.h"

using namespace phusong::tests;
using namespace phusong::propagation;

namespace {

constexpr double kRadiusKm = 8500.0;

double bullington_db(const StoredProfile& profile, const p526::Terminals& ends) {
  return p526::bullington_loss_db(p526::actual_nu_root_wavelength(profile.view(), ends, kRadiusKm) / std::sqrt(0.3),
                                  profile.distance_km.back());
}

/// 10 km with one edge in the middle, antennas 20 m above flat ground.
double edge_db(double edge_m) {
  const StoredProfile profile{.distance_km = {0.0, 5.0, 10.0}, .ground_m = {0.0, edge_m, 0.0}};
  return bullington_db(profile, {.tx_height_m = 20.0, .rx_height_m = 20.0});
}

double smooth_earth_db(double distance_km) {
  return p526::spherical_earth_loss_db(
      {.distance_km = distance_km, .tx_height_m = 30.0, .rx_height_m = 10.0, .effective_earth_radius_km = kRadiusKm},
      {.frequency_mhz = 900.0});
}

}  // namespace

TEST_CASE("diffraction loss does not fall when any obstacle rises") {
  CHECK(rc::check([] {
    StoredProfile profile = random_land_profile();
    const p526::Terminals ends{.tx_height_m = profile.ground_m.front() + random_number(1.0, 100.0),
                               .rx_height_m = profile.ground_m.back() + random_number(1.0, 30.0)};
    const double before_db = bullington_db(profile, ends);
    const auto inner = static_cast<int>(profile.ground_m.size()) - 1;
    profile.ground_m[static_cast<std::size_t>(*rc::gen::inRange(1, inner))] += random_number(0.0, 200.0);
    RC_ASSERT(bullington_db(profile, ends) >= before_db - 1e-9);
  }));
}

TEST_CASE("one edge costs by Bullington what a knife edge costs and Bullington's addition") {
  const double over_ray_m = 30.0 + 500.0 * 25.0 / kRadiusKm;
  const double edge = p526::knife_edge_loss_db(p526::knife_edge_nu(over_ray_m, 5000.0, 5000.0, 0.3));
  CHECK(edge_db(50.0) == doctest::Approx(edge + (1.0 - std::exp(-edge / 6.0)) * 10.2));
}

TEST_CASE("diffraction has no step where the ray grazes an edge") {
  const double grazing_m = 20.0 - 500.0 * 25.0 / kRadiusKm;
  CHECK(edge_db(grazing_m - 1e-7) == doctest::Approx(edge_db(grazing_m + 1e-7)).epsilon(1e-6));
  CHECK(p526::knife_edge_loss_db(-0.78) == 0.0);
  CHECK(p526::knife_edge_loss_db(-0.7799) < 0.02);
}

TEST_CASE("the spherical Earth has no step at its horizon and grows with distance") {
  const double horizon_km = std::sqrt(0.002 * kRadiusKm) * (std::sqrt(30.0) + std::sqrt(10.0));
  CHECK(smooth_earth_db(horizon_km - 1e-6) == doctest::Approx(smooth_earth_db(horizon_km + 1e-6)).epsilon(1e-5));
  CHECK(smooth_earth_db(1.0) == 0.0);
  for (double distance_km = 1.0; distance_km < 200.0; distance_km += 1.0)
    CHECK(smooth_earth_db(distance_km + 1.0) >= smooth_earth_db(distance_km));
}

TEST_CASE("a rounded top adds loss to a knife edge and none where it has no radius") {
  p526::RoundedObstacle obstacle{.height_m = 40.0, .distance_1_m = 3000.0, .distance_2_m = 2000.0};
  const auto sharp = p526::rounded_obstacle_loss(obstacle, 900.0);
  CHECK(sharp.total_db == sharp.knife_edge_db);
  obstacle.radius_m = 50.0;
  CHECK(p526::rounded_obstacle_loss(obstacle, 900.0).total_db > sharp.total_db);
}
