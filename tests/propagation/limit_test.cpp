#include "propagation/limit.h"

#include <doctest/doctest.h>

#include <limits>

using namespace phusong::propagation;

TEST_CASE("a limit holds at both its ends and not beyond them") {
  const Limit limit{"frequency_mhz", 30.0, 6000.0, "MHz"};
  CHECK(limit.holds(30.0));
  CHECK(limit.holds(6000.0));
  CHECK_FALSE(limit.holds(29.999));
  CHECK_FALSE(limit.holds(6000.001));
  CHECK_FALSE(limit.holds(std::numeric_limits<double>::quiet_NaN()));
}

TEST_CASE("a limit says its range in words") {
  CHECK(Limit{"f", 30.0, 6000.0, "MHz"}.range_text() == "30 … 6000 MHz");
  CHECK(Limit{.quantity = "h", .min = 0.0, .unit = "m"}.range_text() == "≥ 0 m");
  CHECK(Limit{.quantity = "p"}.range_text() == "any number");
}

TEST_CASE("an open range does not hold its ends") {
  const Limit share{"p_percent", 0.0, 100.0, "%", true};
  CHECK(share.holds(1e-9));
  CHECK_FALSE(share.holds(0.0));
  CHECK_FALSE(share.holds(100.0));
  CHECK(share.range_text() == "> 0 and < 100 %");
  CHECK(Limit{.quantity = "h_m", .min = 0.0, .unit = "m", .open = true}.range_text() == "> 0 m");
}

TEST_CASE("a violation names quantity, value and range") {
  Violations violations;
  check({"frequency_mhz", 30.0, 6000.0, "MHz"}, 7000.0, violations);
  REQUIRE(violations.size() == 1);
  CHECK(violations[0].text() == "frequency_mhz = 7000 is outside 30 … 6000 MHz");
}
