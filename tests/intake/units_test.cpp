#include "sim/intake/tables/units.h"

#include <doctest/doctest.h>

#include <cmath>

using namespace phusong::intake;

namespace {

double converted(double value, const char* unit, const char* target) {
  const auto found = find_unit(unit, target);
  return found ? in_target_unit(value, *found) : std::nan("");
}

}  // namespace

TEST_CASE("units become those of the columns") {
  CHECK(converted(118.0, "ft", "m") == doctest::Approx(35.9664));
  CHECK(converted(2.0, "km", "m") == doctest::Approx(2000.0));
  CHECK(converted(42.0, "mét", "m") == doctest::Approx(42.0));
  CHECK(converted(20.0, "W", "dBm") == doctest::Approx(43.0103));
  CHECK(converted(40000.0, "mW", "dBm") == doctest::Approx(46.0206));
  CHECK(converted(13.0, "dBW", "dBm") == doctest::Approx(43.0));
  CHECK(converted(1.8425, "GHz", "MHz") == doctest::Approx(1842.5));
  CHECK(converted(942200.0, "kHz", "MHz") == doctest::Approx(942.2));
  CHECK(converted(15.0, "dBd", "dBi") == doctest::Approx(17.15));
  CHECK(converted(30.0, "phút", "h") == doctest::Approx(0.5));
  CHECK(converted(65.0, "%", "") == doctest::Approx(0.65));
}

TEST_CASE("a unit of another quantity is none, and no power is no level") {
  CHECK_FALSE(find_unit("ft", "dBm"));
  CHECK_FALSE(find_unit("dB", "dBi"));
  CHECK_FALSE(find_unit("inch", "m"));
  CHECK(is_unit("inch"));
  CHECK_FALSE(is_unit("dự kiến"));
  CHECK(std::isnan(converted(0.0, "W", "dBm")));
  CHECK(allowed_units("dBm") == "dBm, dBW, W, mW, kW");
}
