#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "sim/scenario/scenario.h"
#include "tests/scenario/tiny_scenario.h"

using namespace phusong;
using phusong::tests::TinyScenario;

namespace {

/// A file whose lobe is 65° by 7° wide, with its tilt in the vertical cut.
std::string msi(const std::string& header, int tilt_deg, double back_db = 25.0) {
  const auto cut = [](int beam_deg, double width_deg, double most_db) {
    std::string rows;
    for (int angle_deg = 0; angle_deg < 360; ++angle_deg) {
      const double off_deg = std::remainder(angle_deg - beam_deg, 360.0);
      rows += std::to_string(angle_deg) + " " +
              std::to_string(std::min(most_db, 12.0 * off_deg * off_deg / (width_deg * width_deg))) + "\n";
    }
    return rows;
  };
  return "NAME test\n" + header + "\nHORIZONTAL 360\n" + cut(0, 65, 25.0) + "VERTICAL 360\n" +
         cut(tilt_deg, 7, back_db);
}

/// The tiny scenario with the file for both of its cells, of 947.5 and 1842.5 MHz, and with the tilts given.
struct WithPattern : TinyScenario {
  explicit WithPattern(const std::string& text, const std::string& first_tilt_deg = "",
                       const std::string& second_tilt_deg = "") {
    replace("cells.csv", "antenna_gain_dbi", "antenna_gain_dbi,antenna_pattern,electrical_tilt_deg");
    replace("cells.csv", "15.5\n", "15.5,a.msi," + first_tilt_deg + "\n");
    replace("cells.csv", ",,46,17\n", ",90,46,17,a.msi," + second_tilt_deg + "\n");
    if (!text.empty()) file("a.msi") = text;
  }
};

std::vector<gis::InputNote> notes_of(const TinyScenario& tiny) {
  return scenario::load_scenario(tiny.write()).notes;
}

gis::Problems problems_of_patterns(const TinyScenario& tiny) {
  try {
    scenario::load_scenario(tiny.write());
  } catch (const gis::InputError& error) {
    return error.problems();
  }
  return {};
}

}  // namespace

TEST_CASE("an electrical tilt in the table beside one in the pattern file is noted, and not added to it") {
  for (const char* const header : {"TILT ELECTRICAL", "COMMENT E-TILT 6", "TILT 6", "MAKE none"}) {
    CAPTURE(header);
    const WithPattern tiny(msi(header, 6), "6", "8");
    const scenario::Scenario s = scenario::load_scenario(tiny.write());
    REQUIRE(s.notes.size() == 1);
    CHECK(s.notes[0].kind == gis::InputNote::Kind::kTiltedTwice);
    CHECK(s.notes[0].file.ends_with("cells.csv"));
    CHECK(s.notes[0].count == 2);
    CHECK(s.notes[0].names == "C1 (6°, 6°), C2 (8°, 6°)");
    const propagation::Antenna& six = s.network.cells[0].antenna;
    CHECK(six.attenuation_db(six.azimuth_deg, -6.0) == doctest::Approx(0.0));
    const propagation::Antenna& eight = s.network.cells[1].antenna;
    CHECK(eight.attenuation_db(eight.azimuth_deg, -8.0) == doctest::Approx(0.0));
  }
  CHECK(notes_of(WithPattern(msi("TILT 6", 6))).empty());
  CHECK(notes_of(WithPattern(msi("MAKE none", 0), "6", "6")).empty());
}

TEST_CASE(
    "a tilt of 0 in the table beside a tilt in the pattern's cut is noted, and leaves the cut; an empty one is "
    "silent") {
  const WithPattern tiny(msi("TILT 6", 6), "0", "");
  const scenario::Scenario s = scenario::load_scenario(tiny.write());
  REQUIRE(s.notes.size() == 1);
  CHECK(s.notes[0].kind == gis::InputNote::Kind::kZeroTilt);
  CHECK(s.notes[0].file.ends_with("cells.csv"));
  CHECK(s.notes[0].count == 1);
  CHECK(s.notes[0].names == "C1 (0°, 6°)");
  for (const network::Cell& cell : s.network.cells)
    CHECK(cell.antenna.attenuation_db(cell.antenna.azimuth_deg, -6.0) == doctest::Approx(0.0));
  CHECK(notes_of(WithPattern(msi("TILT 0", 0), "0", "0.0")).empty());
  CHECK(notes_of(WithPattern(msi("TILT 6", 6), "", "")).empty());
  const auto both = notes_of(WithPattern(msi("TILT 6", 6), "0.0", "8"));
  CHECK(std::count_if(both.begin(), both.end(), [](const gis::InputNote& note) {
          return note.kind == gis::InputNote::Kind::kZeroTilt || note.kind == gis::InputNote::Kind::kTiltedTwice;
        }) == 2);
}

TEST_CASE("a tilt in header or comment that the vertical cut contradicts is noted once a file, and the cut counts") {
  using Kind = gis::InputNote::Kind;
  struct Case {
    const char* header;
    double stated_deg;
    int cut_deg;
    Kind kind;
  };
  for (const Case& one :
       {Case{"TILT 6", 6.0, -6, Kind::kTiltUpsideDown}, Case{"TILT -6", 6.0, -6, Kind::kTiltUpsideDown},
        Case{"COMMENT E-TILT 6", 6.0, 354, Kind::kTiltUpsideDown},
        Case{"ELECTRICAL_TILT 6", 6.0, 0, Kind::kTiltDiffers},
        Case{"COMMENT ELECTRICAL_TILT 2 degrees", 2.0, 8, Kind::kTiltDiffers}}) {
    CAPTURE(one.header);
    const scenario::Scenario s = scenario::load_scenario(WithPattern(msi(one.header, one.cut_deg)).write());
    REQUIRE(s.notes.size() == 1);
    CHECK(s.notes[0].kind == one.kind);
    CHECK(s.notes[0].file.ends_with("a.msi"));
    CHECK(s.notes[0].least == one.stated_deg);
    CHECK(s.notes[0].greatest == std::remainder(one.cut_deg, 360.0));
    const propagation::Antenna& antenna = s.network.cells[0].antenna;
    CHECK(antenna.attenuation_db(antenna.azimuth_deg, -one.cut_deg) == doctest::Approx(0.0));
  }
  for (const char* const header :
       {"TILT 6", "TILT -6", "TILT 5", "TILT 7", "TILT 0", "TILT ELECTRICAL", "TILT MECHANICAL"})
    CHECK(notes_of(WithPattern(msi(header, 6))).empty());
}

TEST_CASE("a pattern file in UTF-16 is told so, with or without a byte order mark") {
  std::string little, big;
  for (const char letter : msi("TILT 6", 6)) {
    little += {letter, '\0'};
    big += {'\0', letter};
  }
  for (const std::string& text : {"\xFF\xFE" + little, "\xFE\xFF" + big, little, big}) {
    const gis::Problems problems = problems_of_patterns(WithPattern(text));
    REQUIRE(problems.all().size() == 1);
    CHECK(problems.all()[0].text().ends_with("a.msi: is UTF-16: save it as UTF-8"));
  }
}

TEST_CASE("half a cut and a key of two values are errors of the pattern file, with file and line") {
  std::string half = "NAME a\nHORIZONTAL 181\n";
  for (int angle_deg = 0; angle_deg <= 180; ++angle_deg)
    half += std::to_string(angle_deg) + " 3\n";
  const gis::Problems lacking = problems_of_patterns(WithPattern(half + "VERTICAL\n0 0\n"));
  REQUIRE(lacking.all().size() == 1);
  CHECK(lacking.all()[0].text().find("a.msi:183: HORIZONTAL lacks the half from 180° to 360°") != std::string::npos);
  const gis::Problems twice = problems_of_patterns(WithPattern(msi("GAIN 17 dBi\nGAIN 15 dBi", 0)));
  REQUIRE(twice.all().size() == 1);
  CHECK(twice.all()[0].text().ends_with(
      "a.msi:3: two values: \"GAIN 17 dBi\" in line 2 and \"GAIN 15 dBi\" in line 3; one may be given"));
}

TEST_CASE("a pattern file for another band than the cell's is noted beyond ten per cent") {
  const auto one = notes_of(WithPattern(msi("FREQUENCY 1845 MHz", 0)));
  REQUIRE(one.size() == 1);
  CHECK(one[0].kind == gis::InputNote::Kind::kOtherBand);
  CHECK(one[0].count == 1);
  CHECK(one[0].names == "C1 (947.5 MHz, 1845 MHz)");
  CHECK(notes_of(WithPattern(msi("FREQUENCY 1048 - 1680", 0))).empty());
  const auto both = notes_of(WithPattern(msi("FREQUENCY 1060 - 1670", 0)));
  REQUIRE(both.size() == 1);
  CHECK(both[0].count == 2);
}

TEST_CASE("cuts that contradict each other are noted once a file") {
  const auto notes = notes_of(WithPattern(msi("MAKE none", 0, 12.0)));
  REQUIRE(notes.size() == 1);
  CHECK(notes[0].kind == gis::InputNote::Kind::kCutsDiffer);
  CHECK(notes[0].file.ends_with("a.msi"));
  CHECK(notes[0].greatest == doctest::Approx(13.0));
}

TEST_CASE("a pattern that cannot be read is one message, however many cells name it") {
  const gis::Problems missing = problems_of_patterns(WithPattern(""));
  REQUIRE(missing.all().size() == 1);
  CHECK(missing.all()[0].text().ends_with("cells.csv:2: antenna_pattern = 'a.msi': the file does not exist"));
  WithPattern without_gain("");
  without_gain.replace("cells.csv", "43,15.5,", "43,,");
  CHECK(problems_of_patterns(without_gain).all().size() == 1);
  const gis::Problems wrong = problems_of_patterns(WithPattern(msi("GAIN 17.0 dBi +/-0.5", 0)));
  REQUIRE(wrong.all().size() == 1);
  CHECK(wrong.all()[0].text().find("a.msi:2: \"GAIN 17.0 dBi +/-0.5\" is not one gain with one unit") !=
        std::string::npos);
}

TEST_CASE("a beamwidth of a whole turn, or of 0, is omnidirectional") {
  for (const char* const width : {"360", "0"}) {
    TinyScenario tiny;
    tiny.replace("cells.csv", "antenna_gain_dbi", "antenna_gain_dbi,beamwidth_h_deg");
    tiny.replace("cells.csv", "15.5\n", std::string("15.5,") + width + "\n");
    tiny.replace("cells.csv", "46,17\n", "46,17,\n");
    const scenario::Scenario s = scenario::load_scenario(tiny.write());
    const propagation::Antenna& antenna = s.network.cells[0].antenna;
    CHECK(antenna.attenuation_db(antenna.azimuth_deg + 180.0, 0.0) == 0.0);
  }
  TinyScenario tiny;
  tiny.replace("cells.csv", "antenna_gain_dbi", "antenna_gain_dbi,beamwidth_h_deg");
  tiny.replace("cells.csv", "15.5\n", "15.5,0.5\n");
  tiny.replace("cells.csv", "46,17\n", "46,17,\n");
  CHECK(problems_of_patterns(tiny).text().ends_with(
      "cells.csv:2: beamwidth_h_deg = '0.5': out of range (allowed: 1 … 360 °, or 0)\n"));
}

TEST_CASE("a pattern file whose name has its marks as characters of their own is found") {
  WithPattern tiny(msi("TILT 6", 6));
  const std::string decomposed = "o\xCC\x82.msi", composed = "\xC3\xB4.msi";
  tiny.file(decomposed) = tiny.file("a.msi");
  tiny.remove("a.msi");
  for (const char* const cell : {"first", "second"}) {
    CAPTURE(cell);
    tiny.replace("cells.csv", "a.msi", composed);
  }
  CHECK(scenario::load_scenario(tiny.write()).network.cells.size() == 2);
}

TEST_CASE("a backslash in the path of a pattern is told what parts folders") {
  WithPattern tiny(msi("TILT 6", 6));
  tiny.replace("cells.csv", "a.msi", "ant\\a.msi");
  CHECK(problems_of_patterns(tiny).text().find("the file does not exist; folders are parted by /") !=
        std::string::npos);
}
