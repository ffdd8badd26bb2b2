#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <cmath>
#include <string>

#include "propagation/antenna/antenna.h"

using namespace phusong::propagation;

namespace {

/// 361 rows from `first_deg`, with a lobe of `width_deg` half a width wide to −3 dB about `beam_deg`.
std::string cut(const std::string& key, double first_deg, double beam_deg, double width_deg, char point = '.') {
  std::string text = key + " 360\n";
  for (int i = 0; i <= 360; ++i) {
    const double off_deg = std::remainder(first_deg + i - beam_deg, 360.0);
    std::string attenuation = std::to_string(std::min(25.0, 12.0 * off_deg * off_deg / (width_deg * width_deg)));
    attenuation.replace(attenuation.find('.'), 1, 1, point);
    text += std::to_string(static_cast<int>(first_deg) + i) + " " + attenuation + "\n";
  }
  return text;
}

MsiPattern pattern_of(double beam_deg, double tilt_deg) {
  return parse_msi("NAME a\n" + cut("HORIZONTAL", 0, beam_deg, 33) + cut("VERTICAL", 0, tilt_deg, 7));
}

Antenna mounted(const MsiPattern& pattern, double electrical_tilt_deg = 0.0) {
  return {.pattern = std::make_shared<const MsiPattern>(pattern), .electrical_tilt_deg = electrical_tilt_deg};
}

struct Fault {
  long line = 0;  ///< 0 where there is none
  std::string message;
};

Fault fault_of(const std::string& text) {
  try {
    parse_msi(text);
  } catch (const MsiError& error) {
    return {error.line(), error.what()};
  }
  return {};
}

long line_of_error(const std::string& text) {
  return fault_of(text).line;
}

}  // namespace

TEST_CASE("the last row may repeat the first direction, and an old system's end mark may follow") {
  const std::string text = cut("HORIZONTAL", 0, 0, 65) + cut("VERTICAL", -180, 6, 7, ',') + "\x1A";
  const MsiPattern pattern = parse_msi(text);
  CHECK(pattern.horizontal_angle_deg.size() == 360);
  CHECK(pattern.vertical_angle_deg.size() == 360);
  CHECK(pattern.vertical_angle_deg.front() == 0.0);
  CHECK(pattern.vertical_angle_deg.back() == 359.0);
  CHECK(pattern.vertical_db(6.0) == 0.0);
  CHECK(pattern.vertical_db(9.5) == doctest::Approx(3.0).epsilon(0.03));
  CHECK(line_of_error("HORIZONTAL\n0 0\n\x1A\n180 1\n") == 3);
}

TEST_CASE("the numbers of a cut have points or commas") {
  for (const char* const rows : {"0 0\n90,5 3,25\n", "0;0\n90,5;3,25\n", "0,0\n90.5,3.25\n", "0, 0\n90.5, 3.25\n",
                                 "0\t0\r\n90.5\t3.25\r\n", "0 , 0\n90.5 , 3.25\n"}) {
    CAPTURE(rows);
    const MsiPattern pattern = parse_msi("HORIZONTAL 2\n" + std::string(rows) + "VERTICAL\n0 0\n");
    CHECK(pattern.horizontal_angle_deg[1] == 90.5);
    CHECK(pattern.horizontal_attenuation_db[1] == 3.25);
  }
  CHECK(line_of_error("HORIZONTAL\n0 0\n90 3 25\nVERTICAL\n0 0\n") == 3);
  CHECK(line_of_error("HORIZONTAL\n0 0\n90 3.2.5\nVERTICAL\n0 0\n") == 3);
}

TEST_CASE("a circle that does not close, or goes on, is refused") {
  CHECK(line_of_error("HORIZONTAL\n0 0\n180 20\n360 5\nVERTICAL\n0 0\n") == 4);
  CHECK(line_of_error("HORIZONTAL\n0 0\n180 20\n360 0\n361 0\nVERTICAL\n0 0\n") == 5);
  CHECK(line_of_error("HORIZONTAL\n-90 0\n180 20\n271 0\nVERTICAL\n0 0\n") == 4);
  CHECK(line_of_error("HORIZONTAL 4\n0 0\n180 20\n360 0\nVERTICAL\n0 0\n") == 5);
}

TEST_CASE("the vertical cut is that at the azimuth of the horizontal cut's least attenuation") {
  for (const double beam_deg : {32.0, -33.0}) {
    const MsiPattern pattern = pattern_of(beam_deg, 6.0);
    CHECK(pattern.beam_azimuth_deg == beam_deg);
    CHECK(pattern.cut_tilt_deg == 6.0);
    const Antenna antenna = mounted(pattern);
    for (const double down_deg : {0.0, 3.0, 6.0, 12.0})
      CHECK(antenna.attenuation_db(beam_deg, -down_deg) == doctest::Approx(pattern.vertical_db(down_deg)));
  }
}

TEST_CASE("a lobe that looks at the ground is no tilt") {
  CHECK(parse_msi("HORIZONTAL\n0 0\nVERTICAL\n0 9\n90 0\n180 9\n270 20\n").cut_tilt_deg == 0.0);
}

TEST_CASE("a beam's azimuth is the middle of a flat top, and 0 for an antenna that is the same all around") {
  CHECK(parse_msi("HORIZONTAL\n0 3\n30 0\n40 0\n180 20\nVERTICAL\n0 0\n").beam_azimuth_deg == 35.0);
  CHECK(parse_msi("HORIZONTAL\n0 0\n10 0\n180 20\n340 0\nVERTICAL\n0 0\n").beam_azimuth_deg == -5.0);
  CHECK(parse_msi("HORIZONTAL\n0 0\n90 0\n180 0\n270 0\nVERTICAL\n0 0\n").beam_azimuth_deg == 0.0);
}

TEST_CASE("an electrical tilt over a pattern file is the tilt of the beam, not one on top of the cut's own") {
  const MsiPattern six = pattern_of(0.0, 6.0);
  const MsiPattern none = pattern_of(0.0, 0.0);
  for (const double down_deg : {0.0, 2.0, 6.0, 8.0}) {
    CHECK(mounted(six).attenuation_db(0, -down_deg) == mounted(six, 6.0).attenuation_db(0, -down_deg));
    CHECK(mounted(six, 8.0).attenuation_db(0, -down_deg) ==
          doctest::Approx(mounted(none, 8.0).attenuation_db(0, -down_deg)));
  }
}

TEST_CASE("cuts that disagree where they cross say by how much") {
  CHECK(pattern_of(32.0, 6.0).contradiction_db() < 1e-9);  // a horizontal cut on the cone of the tilt
  const auto contradiction_db = [](const char* horizontal, const char* vertical) {
    return parse_msi(std::string("HORIZONTAL\n") + horizontal + "VERTICAL\n" + vertical).contradiction_db();
  };
  CHECK(contradiction_db("0 0\n180 30\n", "0 0\n90 20\n180 15\n") == doctest::Approx(15.0));
  CHECK(contradiction_db("0 0\n180 20\n", "0 3\n90 20\n180 20\n") == doctest::Approx(3.0));
  CHECK(contradiction_db("0 0\n180 20\n", "0 0\n90 20\n180 20.5\n") == doctest::Approx(0.5));
}

TEST_CASE("the beams of a symmetric two-beam file are equal, at mirrored azimuths and every elevation and tilt") {
  const auto two_beams = [](double half_apart_deg) {
    std::string text = "HORIZONTAL\n";
    for (int angle_deg = 0; angle_deg < 360; ++angle_deg) {
      const auto lobe_db = [&](double beam_deg) {
        const double off_deg = std::remainder(angle_deg - beam_deg, 360.0);
        return std::min(25.0, 12.0 * off_deg * off_deg / (33.0 * 33.0));
      };
      text += std::to_string(angle_deg) + " " +
              std::to_string(std::min(lobe_db(half_apart_deg), lobe_db(-half_apart_deg))) + "\n";
    }
    return parse_msi(text + cut("VERTICAL", 0, 6.0, 7));
  };
  CHECK(rc::check([&](unsigned apart, unsigned azimuth, int elevation, unsigned tilt) {
    const double half_apart_deg = 25.0 + apart % 56;
    const Antenna antenna = mounted(two_beams(half_apart_deg), tilt % 12);
    const double azimuth_deg = azimuth % 1810 / 10.0;
    const double elevation_deg = elevation % 900 / 10.0;
    const double right_db = antenna.attenuation_db(azimuth_deg, elevation_deg);
    const double left_db = antenna.attenuation_db(-azimuth_deg, elevation_deg);
    RC_ASSERT(std::isfinite(right_db));
    RC_ASSERT(std::abs(right_db - left_db) < 1e-9);
  }));
  const MsiPattern pattern = two_beams(32.0);
  CHECK(pattern.beams_deg == std::vector<double>{32.0, -32.0});
  for (const double beam_deg : {32.0, -32.0}) {
    for (int down_deg = -90; down_deg <= 90; ++down_deg) {
      const Antenna antenna = mounted(pattern);
      CHECK(antenna.attenuation_db(beam_deg, -down_deg) == doctest::Approx(pattern.vertical_db(down_deg)));
      CHECK(antenna.attenuation_db(beam_deg + 180.0, down_deg) ==
            doctest::Approx(pattern.vertical_db(180.0 + down_deg)));
    }
  }
}

TEST_CASE("one beam with a dented top, an all-round antenna with ripple, and a figure of eight have one beam") {
  const auto beams_of = [](const std::string& rows) {
    return parse_msi("HORIZONTAL\n" + rows + "VERTICAL\n0 0\n").beams_deg;
  };
  CHECK(beams_of("0 0.4\n15 0\n30 2\n90 12\n180 25\n270 12\n330 2\n345 0.1\n") == std::vector<double>{15.0});
  CHECK(beams_of("0 0.4\n45 0\n90 0.4\n135 0\n180 0.4\n225 0\n270 0.4\n315 0\n").size() == 1);
  CHECK(beams_of("0 0\n90 20\n180 0.2\n270 20\n") == std::vector<double>{0.0});
  CHECK(beams_of("0 0\n30 3\n60 0.4\n90 12\n180 25\n270 12\n") == std::vector<double>{0.0, 60.0});
  CHECK(beams_of("0 0\n30 2.9\n60 0.4\n90 12\n180 25\n270 12\n") == std::vector<double>{0.0});
  CHECK(beams_of("0 0\n30 3\n60 0.6\n90 12\n180 25\n270 12\n") == std::vector<double>{0.0});
  CHECK(beams_of("0 0\n60 12\n120 0\n180 12\n240 0\n300 12\n").size() == 3);
}

TEST_CASE("a cut with half a circle is refused, and the half that lacks is named") {
  struct Case {
    int first_deg, last_deg;
    const char* lacking;
  };
  for (const Case& one : {Case{0, 180, "from 180° to 360°"}, Case{-180, 0, "from 0° to 180°"},
                          Case{-90, 90, "from 90° to 270°"}, Case{0, 179, "from 179° to 360°"}}) {
    for (const int step_deg : {1, 2, 5, 10, 15, 30, 45}) {
      if ((one.last_deg - one.first_deg) % step_deg != 0) continue;
      std::string rows;
      for (int angle_deg = one.first_deg; angle_deg <= one.last_deg; angle_deg += step_deg)
        rows += std::to_string(angle_deg) + " 3\n";
      const long count = (one.last_deg - one.first_deg) / step_deg + 1;
      for (const char* const key : {"HORIZONTAL", "VERTICAL"}) {
        CAPTURE(key);
        CAPTURE(step_deg);
        const std::string text = std::string(key) + "\n" + rows;
        const auto fault = fault_of(text);
        CHECK(fault.line == 1 + count);
        CHECK(fault.message.find(std::string(key) + " lacks the half " + one.lacking) == 0);
      }
    }
  }
}

TEST_CASE("a gap anywhere around the circle is refused, and evenly coarse cuts are not") {
  CHECK(rc::check([](unsigned begin, unsigned width, unsigned first) {
    const int gap_begin_deg = static_cast<int>(begin % 360), gap_deg = 31 + static_cast<int>(width % 300);
    const int first_deg = first % 2 == 0 ? 0 : -180;
    std::string rows;
    for (int angle_deg = first_deg; angle_deg < first_deg + 360; ++angle_deg) {
      const int into_gap_deg = (angle_deg - gap_begin_deg + 720) % 360;
      if (into_gap_deg == 0 || into_gap_deg >= gap_deg) rows += std::to_string(angle_deg) + " 3\n";
    }
    const auto fault = fault_of("HORIZONTAL\n" + rows);
    RC_ASSERT(fault.line > 1);
    RC_ASSERT(fault.message.find("HORIZONTAL lacks the ") == 0);
    RC_ASSERT(fault.message.find("from ") != std::string::npos);
  }));
  for (const int step_deg : {1, 2, 5, 10, 15, 20, 30, 45, 60, 90, 120, 180}) {
    CAPTURE(step_deg);
    std::string rows;
    for (int angle_deg = 0; angle_deg < 360; angle_deg += step_deg)
      rows += std::to_string(angle_deg) + " 3\n";
    CHECK(fault_of("HORIZONTAL\n" + rows + "VERTICAL\n" + rows).line == 0);
    CHECK(fault_of("HORIZONTAL\n" + rows + "360 3\nVERTICAL\n" + rows).line == 0);
  }
  // Fine steps in the lobe and coarse ones behind it.
  CHECK(fault_of("HORIZONTAL\n0 0\nVERTICAL\n0 0\n2 1\n4 3\n6 9\n10 20\n40 20\n70 20\n100 20\n130 20\n160 20\n190 20\n"
                 "220 20\n250 20\n280 20\n310 20\n340 20\n355 4\n")
            .line == 0);
}
