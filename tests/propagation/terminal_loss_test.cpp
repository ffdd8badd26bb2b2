#include <doctest/doctest.h>

#include <cmath>

#include "propagation/p2108/p2108.h"
#include "propagation/p2109/building_entry.h"
#include "tests/propagation/random_path.h"

using namespace phusong::propagation;
using phusong::tests::random_number;

TEST_CASE("P.2108 gives the values worked out by hand") {
  const p2108::HeightGainInput open{
      .frequency_ghz = 1.0, .antenna_height_m = 2.0, .clutter_height_m = 10.0, .type = p2108::ClutterType::kOpenRural};
  CHECK(p2108::height_gain_loss(open).loss_db == doctest::Approx(15.237546094));
  p2108::HeightGainInput suburb = open;
  suburb.type = p2108::ClutterType::kSuburban;
  CHECK(p2108::height_gain_loss(suburb).loss_db == doctest::Approx(18.698522055));
  CHECK(p2108::terrestrial_loss({.frequency_ghz = 2.0, .distance_km = 1.0}).loss_db == doctest::Approx(27.867075268));
  CHECK(p2108::slant_loss({.frequency_ghz = 30.0, .elevation_deg = 20.0}).loss_db == doctest::Approx(8.021540046));
}

TEST_CASE("an antenna above the clutter loses nothing in it") {
  CHECK(p2108::height_gain_loss({.frequency_ghz = 1.0, .antenna_height_m = 10.0, .clutter_height_m = 10.0}).loss_db ==
        0.0);
}

TEST_CASE("P.2108 3.2 stops growing two kilometres away") {
  const auto loss_db = [](double distance_km) {
    return p2108::terrestrial_loss({.frequency_ghz = 3.5, .distance_km = distance_km}).loss_db;
  };
  CHECK(loss_db(1.0) < loss_db(2.0));
  CHECK(loss_db(2.0) == loss_db(30.0));
}

TEST_CASE("clutter and building entry loss grow with the share of places, and are finite") {
  CHECK(rc::check([] {
    const double p_percent = random_number(0.01, 99.0), more_percent = p_percent + 0.5;
    const double frequency_ghz = random_number(10.0, 67.0);
    const auto terrestrial_db = [&](double p) {
      return p2108::terrestrial_loss({.frequency_ghz = frequency_ghz, .distance_km = 1.0, .p_percent = p}).loss_db;
    };
    const auto slant_db = [&](double p) {
      return p2108::slant_loss({.frequency_ghz = frequency_ghz, .elevation_deg = 30.0, .p_percent = p}).loss_db;
    };
    const auto entry_db = [&](double p) {
      return p2109::building_entry_loss({.frequency_ghz = frequency_ghz, .p_percent = p}).loss_db;
    };
    RC_ASSERT(terrestrial_db(more_percent) > terrestrial_db(p_percent));
    RC_ASSERT(slant_db(more_percent) > slant_db(p_percent));
    RC_ASSERT(entry_db(more_percent) > entry_db(p_percent));
    RC_ASSERT(std::isfinite(slant_db(more_percent)));
  }));
}

TEST_CASE("P.2108 flags what is out of its limits, on both sides") {
  CHECK(p2108::terrestrial_loss({.frequency_ghz = 0.5, .distance_km = 0.25, .p_percent = 0.001}).violations.empty());
  CHECK(p2108::terrestrial_loss({.frequency_ghz = 0.49, .distance_km = 0.24, .p_percent = 0.0}).violations.size() == 3);
  CHECK(p2108::slant_loss({.frequency_ghz = 100.0, .elevation_deg = 90.0, .p_percent = 99.9}).violations.empty());
  CHECK(p2108::slant_loss({.frequency_ghz = 100.1, .elevation_deg = 90.1, .p_percent = 100.0}).violations.size() == 3);
  CHECK(p2108::height_gain_loss({.frequency_ghz = 3.0, .antenna_height_m = 1.0, .clutter_height_m = 9.0})
            .violations.empty());
  CHECK(p2108::height_gain_loss({.frequency_ghz = 3.1, .antenna_height_m = 0.0, .clutter_height_m = 0.0})
            .violations.size() == 3);
  CHECK_THROWS_AS(p2108::clutter_type_from_code(7), std::invalid_argument);
}

TEST_CASE("P.2109 gives the values worked out by hand") {
  CHECK(p2109::building_entry_loss({.frequency_ghz = 2.0}).loss_db == doctest::Approx(14.962624064));
  CHECK(p2109::building_entry_loss({.frequency_ghz = 28.0, .building_class = p2109::BuildingClass::kThermallyEfficient})
            .loss_db == doctest::Approx(41.676271242));
}

TEST_CASE("P.2109 knows its classes of building and its limits") {
  CHECK(p2109::building_class_from_name("thermally_efficient") == p2109::BuildingClass::kThermallyEfficient);
  CHECK_FALSE(p2109::building_class_from_name("castle"));
  CHECK_THROWS_AS(p2109::building_class_from_code(3), std::invalid_argument);
  CHECK(p2109::building_entry_loss({.frequency_ghz = 0.08, .elevation_deg = -90.0}).violations.empty());
  CHECK(p2109::building_entry_loss({.frequency_ghz = 0.07, .p_percent = 100.0, .elevation_deg = 91.0})
            .violations.size() == 3);
}
