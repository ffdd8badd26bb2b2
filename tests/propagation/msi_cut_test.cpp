#include <doctest/doctest.h>

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

long line_of_error(const std::string& text) {
  try {
    parse_msi(text);
  } catch (const MsiError& error) {
    return error.line();
  }
  return 0;
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
