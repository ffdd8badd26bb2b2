#include "propagation/antenna/antenna.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <cmath>

#include "propagation/antenna/element_pattern.h"
#include "propagation/antenna/half_power_width.h"

using namespace phusong::propagation;

namespace {

constexpr ParametricPattern kSector{.beamwidth_h_deg = 65.0, .beamwidth_v_deg = 7.0};

/// 20 dB front to back, a vertical lobe of its own behind.
constexpr std::string_view kFile = R"(NAME Small
GAIN 15 dBi
HORIZONTAL
0 0
90 10
180 20
270 10
VERTICAL 6
0 0
10 12
90 30
180 20
190 26
270 30
)";

Antenna from_file() {
  return {.pattern = std::make_shared<const MsiPattern>(parse_msi(kFile))};
}

}  // namespace

TEST_CASE("an angle is wrapped to within half a turn, to the last bit of the library's remainder") {
  CHECK(rc::check([](int number) {
    const double angle_deg = number * 1.1e-7;
    RC_ASSERT(wrapped_deg(angle_deg) == std::remainder(angle_deg, 360.0));
  }));
  for (int tenths = -12'000; tenths <= 12'000; ++tenths) {
    const double angle_deg = 0.1 * tenths;
    REQUIRE(wrapped_deg(angle_deg) == std::remainder(angle_deg, 360.0));
  }
}

TEST_CASE("the main lobe has no attenuation wherever it points") {
  const Antenna antenna{.pattern = kSector, .azimuth_deg = 350.0, .mechanical_tilt_deg = 4.0};
  CHECK(antenna.attenuation_db(-10.0, -4.0) == doctest::Approx(0.0).epsilon(1e-9));
  CHECK(antenna.attenuation_db(350.0 + 32.5, -4.0) > 2.9);
}

TEST_CASE("half the beamwidth costs three decibels") {
  const Antenna antenna{.pattern = kSector};
  CHECK(antenna.attenuation_db(32.5, 0.0) == doctest::Approx(3.0));
  CHECK(antenna.attenuation_db(0.0, 3.5) == doctest::Approx(3.0));
  CHECK(antenna.attenuation_db(180.0, 0.0) == doctest::Approx(30.0));
}

TEST_CASE("mechanical tilt lowers the main lobe and raises the back lobe") {
  const ParametricPattern wide{.beamwidth_h_deg = 360.0, .beamwidth_v_deg = 7.0};
  const Antenna antenna{.pattern = wide, .mechanical_tilt_deg = 5.0};
  CHECK(antenna.attenuation_db(0.0, -5.0) < 1e-9);
  const double back_db = 12.0 * 0.25;  // at half a turn of a beam a whole turn wide
  CHECK(antenna.attenuation_db(180.0, 5.0) == doctest::Approx(back_db));
  CHECK(antenna.attenuation_db(180.0, -5.0) > back_db + 20.0);
  CHECK(antenna.attenuation_db(90.0, 0.0) == doctest::Approx(12.0 / 16.0));
}

TEST_CASE("electrical tilt lowers the lobe at every azimuth") {
  const Antenna antenna{.pattern = ParametricPattern{.beamwidth_v_deg = 7.0}, .electrical_tilt_deg = 6.0};
  for (const double azimuth_deg : {0.0, 90.0, 180.0, 271.0})
    CHECK(antenna.attenuation_db(azimuth_deg, -6.0) == doctest::Approx(0.0));
}

TEST_CASE("an antenna without a horizontal beamwidth is omnidirectional") {
  const Antenna antenna{.pattern = ParametricPattern{.beamwidth_v_deg = 10.0}};
  CHECK(antenna.attenuation_db(77.0, 5.0) == doctest::Approx(3.0));
}

TEST_CASE("a pattern file is itself on both of its cuts") {
  const Antenna antenna = from_file();
  CHECK(antenna.attenuation_db(90.0, 0.0) == doctest::Approx(10.0));
  CHECK(antenna.attenuation_db(-45.0, 0.0) == doctest::Approx(5.0));
  CHECK(antenna.attenuation_db(0.0, -10.0) == doctest::Approx(12.0));
  CHECK(antenna.attenuation_db(180.0, 10.0) == doctest::Approx(26.0));
  CHECK(antenna.attenuation_db(180.0, 0.0) == doctest::Approx(20.0));
}

TEST_CASE("a cut that gives both 0 and 360 degrees is read as a circle") {
  MsiPattern pattern;
  pattern.horizontal_angle_deg = {0.0, 180.0, 360.0};
  pattern.horizontal_attenuation_db = {0.0, 20.0, 0.0};
  CHECK(pattern.horizontal_db(-90.0) == doctest::Approx(10.0));
  CHECK(pattern.horizontal_db(360.0) == 0.0);
  CHECK(pattern.horizontal_db(720.0) == 0.0);
}

TEST_CASE("a wrong pattern file is refused with its line") {
  const auto line_of = [](std::string_view text) {
    try {
      parse_msi(text);
    } catch (const MsiError& error) {
      return error.line();
    }
    return 0L;
  };
  CHECK(line_of("NAME a\nVERTICAL\n0 0\n") == 3);                  // no horizontal cut
  CHECK(line_of("HORIZONTAL\n0 0\nVERTICAL\n0 -1\n") == 4);        // a gain where an attenuation belongs
  CHECK(line_of("HORIZONTAL\n0 0\n0 1\nVERTICAL\n0 1\n") == 3);    // an angle twice
  CHECK(line_of("HORIZONTAL 3\n0 0\n1 1\nVERTICAL\n0 1\n") == 4);  // the count is wrong
  CHECK(line_of("HORIZONTAL\n0 0\n1 x\nVERTICAL\n0 1\n") == 3);
  CHECK(line_of("HORIZONTAL\n0 nan\nVERTICAL\n0 1\n") == 2);
  CHECK(line_of("HORIZONTAL 2\n0 0\n180 1\nVERTICAL\n0 1\n") == 0);
}

TEST_CASE("attenuation is finite and not negative in every direction") {
  const Antenna file = from_file();
  CHECK(rc::check([&](int azimuth, int elevation, int tilt) {
    const double azimuth_deg = azimuth % 7200 / 10.0, elevation_deg = elevation % 901 / 10.0;
    for (Antenna antenna : {file, Antenna{.pattern = kSector}}) {
      antenna.mechanical_tilt_deg = antenna.electrical_tilt_deg = tilt % 300 / 10.0;
      const double attenuation_db = antenna.attenuation_db(azimuth_deg, elevation_deg);
      RC_ASSERT(std::isfinite(attenuation_db));
      RC_ASSERT(attenuation_db >= 0.0);
    }
  }));
}

TEST_CASE(
    "the half-power width is that of the table, the turn of an omnidirectional antenna, or where a file falls 3 dB") {
  CHECK(half_power_width_deg({.pattern = kSector}) == 65.0);
  CHECK(half_power_width_deg({.pattern = ParametricPattern{}}) == 360.0);
  // 10 dB in 90°: 3 dB after 27° on either side.
  CHECK(half_power_width_deg(from_file()) == 54.0);
}
