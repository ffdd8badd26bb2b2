#include "sim/network/link_budget.h"

#include <doctest/doctest.h>

#include <cmath>

using namespace phusong::network;

TEST_CASE("RSRP is per resource element of the carrier") {
  CHECK(*default_reference_power_offset_db(Technology::k4G, 20.0, 15.0) == doctest::Approx(-30.7918125));
  CHECK(*default_reference_power_offset_db(Technology::k4G, 1.4, 15.0) == doctest::Approx(-10 * std::log10(72.0)));
  CHECK_FALSE(default_reference_power_offset_db(Technology::k4G, 7.0, 15.0).has_value());
}

TEST_CASE("SS-RSRP takes the resource blocks of TS 38.101-1") {
  CHECK(*nr_resource_blocks(20.0, 15.0) == 106);
  CHECK(*nr_resource_blocks(100.0, 30.0) == 273);
  CHECK(*nr_resource_blocks(100.0, 60.0) == 135);
  CHECK_FALSE(nr_resource_blocks(100.0, 15.0).has_value());
  CHECK_FALSE(nr_resource_blocks(20.0, 20.0).has_value());
  CHECK(default_subcarrier_khz(2999.9) == 15.0);
  CHECK(default_subcarrier_khz(3000.0) == 30.0);
}

TEST_CASE("RxLev is the BCCH carrier and RSCP a tenth of the carrier") {
  CHECK(*default_reference_power_offset_db(Technology::k2G, 0.2, 15.0) == 0.0);
  CHECK(*default_reference_power_offset_db(Technology::k3G, 5.0, 15.0) == -10.0);
}

TEST_CASE("the level adds power and offset and takes off pattern and path loss") {
  CHECK(level_dbm({.eirp_dbm = 56.5, .pattern_db = 3.0, .reference_power_offset_db = -10.0, .loss_db = 140.0}) ==
        doctest::Approx(-96.5));
  CHECK(eirp_from_erp_dbm(55.0) == doctest::Approx(57.15));
}

TEST_CASE("technologies are known by name in any case") {
  CHECK(technology_from_name("4g") == Technology::k4G);
  CHECK(technology_from_name("5G") == Technology::k5G);
  CHECK_FALSE(technology_from_name("LTE").has_value());
}
