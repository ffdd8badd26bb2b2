#include "propagation/ehata/ehata.h"

#include <doctest/doctest.h>

#include <cmath>

#include "propagation/ehata/corrections.h"
#include "propagation/hata/hata.h"
#include "tests/propagation/random_path.h"
#include "tests/propagation/synthetic_profile.h"

using namespace phusong::propagation;
using namespace phusong::tests;

namespace {

ehata::Input link(const StoredProfile& profile) {
  return {.profile = profile.view(), .base_height_m = 40.0, .mobile_height_m = 1.5, .frequency_mhz = 1800.0};
}

}  // namespace

TEST_CASE("Extended Hata keeps its values on profiles made by a formula") {
  struct Case {
    const char* shape;
    double length_km, loss_db;
    bool single_horizon;
  };
  const std::vector<Case> cases = {{"flat", 10.0, 155.362328162, false},       {"hills", 8.0, 150.602660049, false},
                                   {"hills", 40.0, 188.960790607, false},      {"ridge", 12.0, 179.860633059, true},
                                   {"two_ridges", 30.0, 206.426778951, false}, {"plateau", 5.0, 173.850693550, false},
                                   {"flat", 150.0, 212.491874379, false},      {"strait", 60.0, 161.726658401, false}};
  for (const Case& c : cases) {
    const ehata::Result result = ehata::predict(link(synthetic_profile(c.shape, 201, c.length_km, 1.0)));
    INFO(c.shape << " " << c.length_km << " km");
    CHECK(result.loss_db == doctest::Approx(c.loss_db).epsilon(1e-7));
    CHECK(result.single_horizon == c.single_horizon);
  }
}

TEST_CASE("Extended Hata's median attenuations are the readings that it is fitted to") {
  const StoredProfile profile = synthetic_profile("flat", 101, 5.0, 1.0);
  ehata::Input input = link(profile);
  const std::vector<std::array<double, 3>> readings = {
      {1500.0, 22.0, 63.5}, {2000.0, 23.5, 65.75}, {3000.0, 25.85, 69.5}};
  for (const auto& [frequency_mhz, at_1km_db, at_100km_db] : readings) {
    input.frequency_mhz = frequency_mhz;
    const ehata::Result result = ehata::predict(input);
    CHECK(result.attenuation_1km_db == doctest::Approx(at_1km_db));
    CHECK(result.attenuation_100km_db == doctest::Approx(at_100km_db).epsilon(1e-6));
  }
}

TEST_CASE("an isolated ridge brings no gain from two kilometres behind it on") {
  CHECK(ehata::isolated_ridge_db(60.0, 0.0, 200.0) == doctest::Approx(20.0));
  CHECK(ehata::isolated_ridge_db(90.0, 0.0, 200.0) == doctest::Approx(20.0));
  CHECK(ehata::isolated_ridge_db(5.0, 1.0, 50.0) == doctest::Approx(-6.5));
  CHECK(ehata::isolated_ridge_db(60.0, 2.0, 200.0) == doctest::Approx(-6.5));
  CHECK(ehata::isolated_ridge_db(60.0, 40.0, 200.0) == 0.0);
}

TEST_CASE("Extended Hata holds effective heights within its own clamps") {
  CHECK(rc::check([] {
    const ehata::Result result = ehata::predict(link(random_land_profile()));
    RC_ASSERT(result.base_effective_height_m >= 30.0);
    RC_ASSERT(result.base_effective_height_m <= 200.0);
    RC_ASSERT(result.mobile_effective_height_m >= 1.0);
    RC_ASSERT(result.mobile_effective_height_m <= 10.0);
    RC_ASSERT(std::isfinite(result.loss_db));
  }));
}

TEST_CASE("Extended Hata flags frequency and distance out of range, on both sides") {
  ehata::Input input = link(synthetic_profile("hills", 101, 5.0, 1.0));
  const StoredProfile kept = synthetic_profile("hills", 101, 5.0, 1.0);
  input.profile = kept.view();
  CHECK(ehata::predict(input).violations.empty());
  input.frequency_mhz = 3000.0;
  CHECK(ehata::predict(input).violations.empty());
  input.frequency_mhz = 3000.1;
  CHECK(ehata::predict(input).violations.size() == 1);
  const StoredProfile near = synthetic_profile("hills", 101, 0.99, 1.0);
  input.profile = near.view();
  CHECK(ehata::predict(input).violations.size() == 2);
}

TEST_CASE("a class of land cover that does not exist is an error") {
  CHECK(ehata::environment_from_nlcd(22) == ehata::Environment::kSuburban);
  CHECK(ehata::environment_from_nlcd(24) == ehata::Environment::kUrban);
  CHECK(ehata::environment_from_nlcd(11) == ehata::Environment::kRural);
  CHECK_THROWS_AS(ehata::environment_from_nlcd(25), std::invalid_argument);
  CHECK_THROWS_AS(ehata::environment_from_nlcd(0), std::invalid_argument);
}

TEST_CASE("Hata gives the value worked out by hand") {
  hata::Input input{.frequency_mhz = 900.0, .distance_km = 1.0, .base_height_m = 30.0, .mobile_height_m = 1.5};
  CHECK(hata::okumura_hata_loss(input).loss_db == doctest::Approx(126.4033).epsilon(1e-6));
  input.frequency_mhz = 1800.0;
  input.environment = hata::Environment::kLargeCity;
  CHECK(hata::cost231_hata_loss(input).loss_db == doctest::Approx(139.1969477).epsilon(1e-8));
}

TEST_CASE("Hata loses less the more open the surroundings are") {
  CHECK(rc::check([] {
    hata::Input input{.frequency_mhz = random_number(300.0, 1500.0),
                      .distance_km = random_number(1.0, 20.0),
                      .base_height_m = random_number(30.0, 200.0),
                      .mobile_height_m = random_number(1.0, 10.0)};
    const double city_db = hata::okumura_hata_loss(input).loss_db;
    input.environment = hata::Environment::kSuburban;
    const double suburb_db = hata::okumura_hata_loss(input).loss_db;
    input.environment = hata::Environment::kOpen;
    const double open_db = hata::okumura_hata_loss(input).loss_db;
    RC_ASSERT(open_db < suburb_db);
    RC_ASSERT(suburb_db < city_db);
    input.distance_km *= 1.01;
    RC_ASSERT(hata::okumura_hata_loss(input).loss_db > open_db);
  }));
}

TEST_CASE("Hata flags each quantity beyond its limits, on both sides") {
  const hata::Input inside{
      .frequency_mhz = 1500.0, .distance_km = 20.0, .base_height_m = 30.0, .mobile_height_m = 10.0};
  CHECK(hata::okumura_hata_loss(inside).violations.empty());
  CHECK(hata::cost231_hata_loss(inside).violations.empty());
  const hata::Input outside{
      .frequency_mhz = 2000.1, .distance_km = 20.1, .base_height_m = 29.9, .mobile_height_m = 10.1};
  CHECK(hata::okumura_hata_loss(outside).violations.size() == 4);
  CHECK(hata::cost231_hata_loss(outside).violations.size() == 4);
  CHECK_THROWS_AS(hata::okumura_hata_loss({.environment = static_cast<hata::Environment>(9)}), std::invalid_argument);
}
