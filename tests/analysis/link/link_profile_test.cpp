#include "sim/analysis/link/link_profile.h"

#include <doctest/doctest.h>

#include <cmath>
#include <vector>

#include "tests/analysis/link/link_world.h"

using namespace phusong;

namespace {

/// 10 km over plain ground of 100 m with a ridge of 180 m at 4 km, antennas at 150 and 130 m.
analysis::LinkProfile over_ridge(double radius_km, double frequency_mhz = 2998.0) {
  std::vector<double> distance_km, ground_m, clutter_m;
  for (int i = 0; i <= 10; ++i) {
    distance_km.push_back(i);
    ground_m.push_back(i == 4 ? 180.0 : 100.0);
    clutter_m.push_back(i == 4 ? 5.0 : 0.0);
  }
  const gis::WorkingCrs crs("EPSG:32648");
  return analysis::link_profile(
      {.profile = {.distance_km = distance_km, .ground_m = ground_m, .clutter_m = clutter_m, .zone = {}},
       .antennas = {.tx_height_m = 150.0, .rx_height_m = 130.0},
       .frequency_mhz = frequency_mhz,
       .effective_earth_radius_km = radius_km,
       .from = tests::at(0.0, 5000.0),
       .to = tests::at(10000.0, 5000.0)},
      crs);
}

}  // namespace

TEST_CASE("the obstacle of a ridge has the height above the ray and the Fresnel parameter worked out by hand") {
  const analysis::LinkProfile profile = over_ridge(8500.0);
  REQUIRE(profile.obstacle);
  CHECK(profile.obstacle->sample == 4);
  const double bulge_m = 4.0 * 6.0 * 1000.0 / (2.0 * 8500.0);  // d1 d2 / 2a
  const double over_ray_m = 180.0 + 5.0 + bulge_m - (150.0 - 0.4 * 20.0);
  CHECK(profile.obstacle->over_ray_m == doctest::Approx(over_ray_m));
  // ν = h √(2 (d1 + d2) / (λ d1 d2)), P.526 Eq. (26), λ = 0.1 m.
  CHECK(profile.obstacle->nu == doctest::Approx(over_ray_m * std::sqrt(2.0 * 10000.0 / (0.1 * 4000.0 * 6000.0))));
  const gis::WorkingCrs crs("EPSG:32648");
  const gis::LonLat there = crs.to_lon_lat(tests::at(4000.0, 5000.0));
  CHECK(profile.obstacle->lon_lat.lon_deg == doctest::Approx(there.lon_deg).epsilon(1e-9));
  CHECK(profile.obstacle->lon_lat.lat_deg == doctest::Approx(there.lat_deg).epsilon(1e-9));
}

TEST_CASE("the first Fresnel radius in the middle is half of √(λ d), and none at the ends") {
  const analysis::LinkProfile profile = over_ridge(8500.0);
  CHECK(profile.samples[5].fresnel_m == doctest::Approx(0.5 * std::sqrt(0.1 * 10000.0)).epsilon(1e-2));
  CHECK(profile.samples.front().fresnel_m == 0.0);
  CHECK(profile.samples.back().fresnel_m == 0.0);
}

TEST_CASE("a ray is straight between the antennas and the Earth rises under it, more for a smaller k") {
  const analysis::LinkProfile median = over_ridge(4.0 / 3.0 * 6371.0), bad = over_ridge(2.0 / 3.0 * 6371.0);
  CHECK(median.k_factor == doctest::Approx(4.0 / 3.0));
  CHECK(median.samples.front().ray_m == 150.0);
  CHECK(median.samples.back().ray_m == 130.0);
  CHECK(median.samples[5].ray_m == doctest::Approx(140.0));
  CHECK(median.samples.front().surface_m() == 100.0);
  for (std::size_t i = 1; i < 10; ++i)
    CHECK(bad.samples[i].bulge_m == doctest::Approx(2.0 * median.samples[i].bulge_m));
  CHECK(bad.obstacle->over_ray_m > median.obstacle->over_ray_m);
}

TEST_CASE("a ray that passes above everything has a negative height of the obstacle") {
  std::vector<double> distance_km, ground_m;
  for (int i = 0; i <= 20; ++i) {
    distance_km.push_back(0.5 * i);
    ground_m.push_back(10.0);
  }
  const analysis::LinkProfile profile = analysis::link_profile(
      {.profile = {.distance_km = distance_km, .ground_m = ground_m, .clutter_m = {}, .zone = {}},
       .antennas = {.tx_height_m = 300.0, .rx_height_m = 300.0},
       .frequency_mhz = 900.0,
       .effective_earth_radius_km = 8500.0,
       .from = tests::at(0.0, 0.0),
       .to = tests::at(10000.0, 0.0)},
      gis::WorkingCrs("EPSG:32648"));
  REQUIRE(profile.obstacle);
  CHECK(profile.obstacle->over_ray_m < -280.0);
  CHECK(profile.obstacle->nu < 0.0);
}
