#include "propagation/p526/main_obstacle.h"

#include <doctest/doctest.h>

#include <cmath>
#include <vector>

using namespace phusong::propagation;

namespace {

constexpr double kFlatEarthKm = 1e12;

/// Eleven points a kilometre apart at sea level, with a ridge of `height_m` at `ridge`.
struct Ridge {
  std::vector<double> distance_km, ground_m;

  Ridge(std::size_t ridge, double height_m) {
    for (int i = 0; i <= 10; ++i) {
      distance_km.push_back(i);
      ground_m.push_back(0.0);
    }
    ground_m[ridge] = height_m;
  }
  Profile profile() const { return {.distance_km = distance_km, .ground_m = ground_m}; }
};

}  // namespace

TEST_CASE("a ridge above the ray is the obstacle, with its height above the ray") {
  const Ridge ridge(3, 100.0);
  // The ray falls from 50 m to 10 m: at 3 km it is at 38 m.
  const auto found = p526::main_obstacle(ridge.profile(), {50.0, 10.0}, kFlatEarthKm);
  REQUIRE(found);
  CHECK(found->point == 3);
  CHECK(found->over_ray_m == doctest::Approx(62.0));
  CHECK(found->nu_root_wavelength == doctest::Approx(62.0 * std::sqrt(0.002 * 10.0 / (3.0 * 7.0))));
}

TEST_CASE("the bulge of the earth lifts an obstacle by 500 d1 d2 / a") {
  const Ridge ridge(5, 100.0);
  const auto flat = p526::main_obstacle(ridge.profile(), {50.0, 50.0}, kFlatEarthKm);
  const auto curved = p526::main_obstacle(ridge.profile(), {50.0, 50.0}, 8500.0);
  REQUIRE((flat && curved));
  CHECK(curved->over_ray_m - flat->over_ray_m == doctest::Approx(500.0 / 8500.0 * 25.0));
}

TEST_CASE("on a clear path the obstacle is the point nearest to the ray in Fresnel zones, below it") {
  const Ridge ridge(9, 5.0);
  const auto found = p526::main_obstacle(ridge.profile(), {50.0, 10.0}, kFlatEarthKm);
  REQUIRE(found);
  CHECK(found->point == 9);
  CHECK(found->over_ray_m == doctest::Approx(5.0 - 14.0));
}

TEST_CASE("clutter stands on the ground, and two points have nothing between them") {
  const Ridge ridge(3, 100.0);
  const std::vector<double> clutter_m(11, 20.0);
  Profile profile = ridge.profile();
  profile.clutter_m = clutter_m;
  CHECK(p526::main_obstacle(profile, {50.0, 10.0}, kFlatEarthKm)->over_ray_m == doctest::Approx(82.0));
  const std::vector<double> ends_km = {0.0, 10.0}, ground_m = {0.0, 0.0};
  CHECK_FALSE(p526::main_obstacle({.distance_km = ends_km, .ground_m = ground_m}, {50.0, 10.0}, kFlatEarthKm));
}

TEST_CASE("an edge in the way by the first Fresnel radius has ν = √2") {
  // Middle of 10 km at 900 MHz: 550 √(25 / (10 · 900)) = 28.99 m.
  CHECK(p526::first_fresnel_radius_m(900.0, 5.0, 5.0) == doctest::Approx(28.99).epsilon(1e-3));
  const double radius_m = p526::first_fresnel_radius_m(900.0, 5.0, 5.0);
  const Ridge ridge(5, 50.0 + radius_m);
  const auto found = p526::main_obstacle(ridge.profile(), {50.0, 50.0}, kFlatEarthKm);
  REQUIRE(found);
  // 550 is rounded: the exact radius is 0.4 % smaller.
  const double wavelength_m = 299792458.0 / 900e6;
  CHECK(found->nu_root_wavelength / std::sqrt(wavelength_m) == doctest::Approx(std::sqrt(2.0)).epsilon(6e-3));
}
