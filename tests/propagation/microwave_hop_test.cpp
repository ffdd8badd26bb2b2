#include <doctest/doctest.h>

#include <cmath>

#include "propagation/p530/availability.h"
#include "propagation/p530/fresnel.h"
#include "propagation/p530/multipath.h"
#include "propagation/p530/rain.h"
#include "tests/propagation/random_path.h"
#include "tests/propagation/synthetic_profile.h"

using namespace phusong::propagation;
using namespace phusong::tests;

namespace {

constexpr p530::Hop kHop{.distance_km = 25.0,
                         .frequency_ghz = 7.5,
                         .tx_height_amsl_m = 640.0,
                         .rx_height_amsl_m = 420.0,
                         .mean_terrain_amsl_m = 300.0,
                         .latitude_deg = 22.0};

p530::RainQuery rain_on(double distance_km, double frequency_ghz) {
  return {
      .distance_km = distance_km, .wave = {.frequency_ghz = frequency_ghz, .tilt_deg = 90.0}, .r001_mm_per_h = 90.0};
}

}  // namespace

TEST_CASE("P.838 gives the coefficients that its table prints") {
  const auto check = [](double frequency_ghz, double tilt_deg, double k, double alpha) {
    const p838::Coefficients found = p838::coefficients({.frequency_ghz = frequency_ghz, .tilt_deg = tilt_deg});
    CHECK(found.k == doctest::Approx(k).epsilon(1e-3));
    CHECK(found.alpha == doctest::Approx(alpha).epsilon(1e-3));
  };
  check(10.0, 0.0, 0.01217, 1.2571);
  check(10.0, 90.0, 0.01129, 1.2156);
  check(20.0, 0.0, 0.09164, 1.0568);
  check(30.0, 90.0, 0.2291, 0.9129);
}

TEST_CASE("the first Fresnel zone and the loss over an obstacle are those worked out by hand") {
  CHECK(p530::first_fresnel_radius_m(7.5, 12.5, 12.5) == doctest::Approx(17.3 * std::sqrt(6.25 / 7.5)));
  CHECK(p530::obstacle_loss_db(0.0, 15.0) == doctest::Approx(10.0));
  CHECK(p530::obstacle_loss_db(-15.0, 15.0) == doctest::Approx(30.0));
  CHECK(p530::earth_bulge_m(12.5, 12.5, 4.0 / 3.0) == doctest::Approx(9.197).epsilon(1e-3));
}

TEST_CASE("a ridge takes the clearance that it rises into") {
  StoredProfile profile = synthetic_profile("flat", 101, 20.0, 1.0);
  const auto clearance = [&] {
    return p530::path_clearance(
        {.profile = profile.view(), .tx_height_m = 60.0, .rx_height_m = 60.0, .frequency_ghz = 7.5});
  };
  const double free_m = clearance().least_m;
  CHECK(free_m == doctest::Approx(60.0 - p530::earth_bulge_m(10.0, 10.0, 4.0 / 3.0) -
                                  0.6 * p530::first_fresnel_radius_m(7.5, 10.0, 10.0)));
  profile.ground_m[50] += 30.0;
  CHECK(clearance().least_m == doctest::Approx(free_m - 30.0));
  CHECK(clearance().distance_km == doctest::Approx(10.0));
  profile.clutter_m.assign(profile.ground_m.size(), 15.0);
  CHECK(clearance().least_m == doctest::Approx(free_m - 45.0));
}

TEST_CASE("deeper fades are rarer, and the shallow curve meets the deep line") {
  CHECK(rc::check([] {
    const double p0_percent = std::pow(10.0, random_number(-3.0, 2.0));
    const double transition_db = 25.0 + 1.2 * std::log10(p0_percent);
    RC_ASSERT(std::abs(p530::any_fade_percent(p0_percent, transition_db - 1e-6) /
                           p530::any_fade_percent(p0_percent, transition_db + 1e-6) -
                       1.0) < 1e-3);
    const double depth_db = random_number(1.0, 50.0);
    RC_ASSERT(p530::any_fade_percent(p0_percent, depth_db + 0.5) < p530::any_fade_percent(p0_percent, depth_db));
  }));
}

TEST_CASE("the year has less multipath than its worst month") {
  CHECK(p530::geoclimatic_conversion_db(kHop) > 0.0);
  CHECK(p530::geoclimatic_conversion_db(kHop) <= 10.8);
  const double p0_percent = p530::deep_fade_percent_from_dn1(kHop, -300.0, 0.0);
  CHECK(p530::any_fade_annual_percent(p0_percent, kHop, 35.0) < p530::any_fade_percent(p0_percent, 35.0));
  CHECK(p530::deep_fade_percent_from_dn1(kHop, -300.0, 30.0) == doctest::Approx(p0_percent / 1000.0));
}

TEST_CASE("the percentage in which rain exceeds an attenuation undoes the attenuation exceeded") {
  CHECK(rc::check([] {
    const p530::RainAttenuation rain(rain_on(random_number(1.0, 60.0), random_number(5.0, 80.0)));
    const double p_percent = std::pow(10.0, random_number(-3.0, 0.0));
    RC_ASSERT(std::abs(rain.percent_exceeding(rain.exceeded_db(p_percent)) / p_percent - 1.0) < 1e-6);
  }));
}

TEST_CASE("the distance factor of rain is at most two and a half") {
  CHECK(rc::check([] {
    const p530::RainAttenuation rain(rain_on(random_number(0.1, 60.0), random_number(1.0, 100.0)));
    RC_ASSERT(rain.distance_factor() > 0.0);
    RC_ASSERT(rain.distance_factor() <= 2.5);
    RC_ASSERT(rain.exceeded_db(0.01) > 0.0);
  }));
}

TEST_CASE("a greater fade margin makes a hop more available") {
  double before_percent = 0.0;
  for (const double margin_db : {10.0, 20.0, 30.0, 40.0}) {
    const p530::Availability found = p530::availability({.hop = kHop,
                                                         .p0_percent = p530::deep_fade_percent_from_dn1(kHop, -300, 0),
                                                         .rain = rain_on(25.0, 7.5),
                                                         .fade_margin_db = margin_db});
    CHECK(found.availability_percent > before_percent);
    CHECK(found.availability_percent < 100.0);
    before_percent = found.availability_percent;
  }
}

TEST_CASE("P.530 flags what is out of its limits, on both sides") {
  Violations none, all;
  p530::check_multipath_limits({.distance_km = 7.5, .frequency_ghz = 2.0}, none);
  p530::check_rain_limits(rain_on(60.0, 100.0), 0.001, none);
  CHECK(none.empty());
  p530::check_multipath_limits({.distance_km = 7.4, .frequency_ghz = 0.4}, all);
  p530::check_rain_limits(rain_on(60.1, 100.1), 1.1, all);
  CHECK(all.size() == 5);
}
