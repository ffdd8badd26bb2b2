#include "propagation/antenna/msi_values.h"

#include <doctest/doctest.h>

#include <stdexcept>
#include <string>

#include "propagation/antenna/msi.h"

using namespace phusong::propagation;

namespace {

constexpr std::string_view kCuts = "\nHORIZONTAL\n0 0\n180 20\nVERTICAL\n0 0\n180 20\n";

/// What a header line is refused with, or an empty text.
std::string refusal_of(const std::string& line) {
  try {
    parse_msi("NAME a\n" + line + std::string(kCuts));
  } catch (const MsiError& error) {
    CHECK(error.line() == 2);
    return error.what();
  }
  return "";
}

}  // namespace

TEST_CASE("a gain is one number with one unit, and of dBd and dBi the dBi counts") {
  struct Case {
    const char* text;
    double gain_dbi;
  };
  for (const Case& one :
       {Case{"17 dBi", 17.0}, Case{"17dBi", 17.0}, Case{"+17.5 DBI", 17.5}, Case{"-3 dBi", -3.0},
        Case{"\u22123 dBi", -3.0}, Case{"16,95 dBd", 19.10}, Case{"16.95", 19.10}, Case{"(dBd) 11.11", 13.26},
        Case{"11.11 (dBi)", 11.11}, Case{"1.7e1 dBi", 17.0}, Case{"15.2 dBd (17.35 dBi)", 17.35},
        Case{"17.35 dBi / 15.2 dBd", 17.35}, Case{"dBd 15.2 dBi 17.35", 17.35}, Case{"17.5 dBi 15.4 dBd", 17.5},
        Case{"17.5 dBi 15.25 dBd", 17.5}, Case{"17\u00A0dBi", 17.0}}) {
    CAPTURE(one.text);
    CHECK(msi::gain_dbi_of(one.text) == doctest::Approx(one.gain_dbi));
  }
}

TEST_CASE("a gain that is not one value is refused with its line and text") {
  for (const char* const text : {"17.0 dBi +/-0.5",
                                 "17.0 dBi ±0.5",
                                 "17 dBi X-POL",
                                 "15.5 dBi (0-10T)",
                                 "14.5 - 15.5 dBi",
                                 "14.5-15.5 dBi",
                                 "17 dBi 18 dBi",
                                 "17 18",
                                 "17 dB",
                                 "dBi",
                                 "1.234,5 dBi",
                                 "1.2.3 dBi",
                                 "- 17 dBi",
                                 "1,695 dBd x",
                                 "1695 dBi",
                                 "nan dBi",
                                 "inf dBi",
                                 "17.5 dBi 15.0 dBd",
                                 "15.0 dBd (17.5 dBi)",
                                 "17.5 dBi / 17.5 dBd",
                                 "17 dBi at 1800 MHz"}) {
    CAPTURE(text);
    const std::string refusal = refusal_of("GAIN " + std::string(text));
    CHECK(refusal.find("\"GAIN " + std::string(text) + "\" is ") == 0);
  }
  CHECK(refusal_of("GAIN").empty());
}

TEST_CASE("a frequency is one value or the two ends of a range") {
  struct Case {
    const char* text;
    double lower_mhz, upper_mhz;
  };
  for (const Case& one :
       {Case{"1845", 1845, 1845}, Case{"1.845 GHz", 1845, 1845}, Case{"1,845 GHz", 1845, 1845},
        Case{"1710-2170 MHz", 1710, 2170}, Case{"1710 - 2170", 1710, 2170}, Case{"1710 -2170", 1710, 2170},
        Case{"1710 to 2170 MHz", 1710, 2170}, Case{"900 MHz - 1.8 GHz", 900, 1800}, Case{"5 7 GHz", 5000, 7000}}) {
    CAPTURE(one.text);
    CHECK(msi::frequency_of(one.text).lower_mhz == doctest::Approx(one.lower_mhz));
    CHECK(msi::frequency_of(one.text).upper_mhz == doctest::Approx(one.upper_mhz));
  }
  for (const char* const text : {"1,845 MHz", "-900 MHz", "700 - 900 - 1800", "1845 MHz +/- 5", "1845 MHz band 3",
                                 "900 - 1.8 GHz", "LTE", "1845 m"}) {
    CAPTURE(text);
    CHECK(refusal_of("FREQUENCY " + std::string(text)).find("\"FREQUENCY ") == 0);
  }
}

TEST_CASE("a tilt is one angle among the words of a tilt") {
  CHECK(msi::electrical_tilt_deg_of("6°") == 6.0);
  CHECK(msi::electrical_tilt_deg_of("-2 deg") == 2.0);
  CHECK(msi::electrical_tilt_deg_of("2,5") == 2.5);
  CHECK_FALSE(msi::electrical_tilt_deg_of("ELECTRICAL"));
  for (const char* const text : {"0-10", "2 .. 8", "6 +/- 1", "6 at 1800"}) {
    CAPTURE(text);
    CHECK(refusal_of("TILT " + std::string(text)).find("\"TILT ") == 0);
  }
}

TEST_CASE("a range of tilts in a comment is no tilt, and no error") {
  CHECK(msi::electrical_tilt_deg_in_comment("E-Tilt: 4,5 deg") == 4.5);
  CHECK_FALSE(msi::electrical_tilt_deg_in_comment("etilt 0-10 deg"));
  CHECK_FALSE(msi::electrical_tilt_deg_in_comment("etilt 2 to 8"));
  CHECK_FALSE(msi::electrical_tilt_deg_in_comment("17 dBi X-POL"));
}

TEST_CASE("a gain in dBi and one in dBd that are not the same gain are refused with the difference allowed") {
  const std::string refusal = refusal_of("GAIN 17.5 dBi 15.0 dBd");
  CHECK(refusal ==
        "\"GAIN 17.5 dBi 15.0 dBd\" is not one gain: 15 dBd are 17.15 dBi, not 17.5 (allowed: a difference "
        "of at most 0.1 dB)");
}

TEST_CASE("a key that stands twice has one value, or is refused with both lines and values") {
  struct Case {
    const char* first;
    const char* second;
    bool good;
  };
  for (const Case& one : {Case{"GAIN 17 dBi", "GAIN 15 dBi", false},
                          Case{"GAIN 17 dBi", "gain 17.1 dBi", false},
                          Case{"GAIN 17", "GAIN 17 dBi", false},
                          Case{"GAIN 17.5 dBi", "GAIN 15.35 dBd", true},
                          Case{"GAIN 17 dBi", "GAIN 17,0 dBi", true},
                          Case{"GAIN 17 dBi", "GAIN", true},
                          Case{"FREQUENCY 1842.5", "FREQUENCY 947", false},
                          Case{"FREQUENCY 1710-2170", "FREQUENCY 1710-1880", false},
                          Case{"FREQUENCY 1842.5 MHz", "FREQUENCY 1.8425 GHz", true},
                          Case{"TILT 2", "TILT 6", false},
                          Case{"TILT 0", "TILT 6", false},
                          Case{"TILT ELECTRICAL", "TILT 6", true},
                          Case{"TILT MECHANICAL", "TILT 6", true},
                          Case{"TILT T6", "TILT -6 deg", true},
                          Case{"ELECTRICAL_TILT 2", "ELECTRICAL_TILT 6", false},
                          Case{"TILT 2", "ELECTRICAL_TILT 6", false},
                          Case{"ELECTRICAL_TILT 2", "TILT 6", false},
                          Case{"TILT 0", "ELECTRICAL_TILT 6", true},
                          Case{"NAME b", "NAME c", false},
                          Case{"NAME b", "NAME b", true},
                          Case{"COMMENT b", "COMMENT c", true}}) {
    const std::string first = one.first, second = one.second;
    CAPTURE(first);
    CAPTURE(second);
    std::string refusal;
    try {
      parse_msi("MAKE a\n" + first + "\nMODEL b\n" + second + std::string(kCuts));
    } catch (const MsiError& error) {
      CHECK(error.line() == 4);
      refusal = error.what();
    }
    CHECK(refusal.empty() == one.good);
    if (one.good) continue;
    CHECK(refusal.find("\"" + first + "\" in line 2") != std::string::npos);
    CHECK(refusal.find(second.substr(4) + "\" in line 4") != std::string::npos);
  }
}

TEST_CASE("the electrical tilt that a file states is compared with that of its vertical cut") {
  const auto read = [](const std::string& header, const std::string& lobe) {
    return parse_msi("NAME a\n" + header + "\nHORIZONTAL\n0 0\n180 20\nVERTICAL\n" + lobe);
  };
  const std::string down = "0 9\n6 0\n12 9\n90 20\n180 20\n270 20\n";
  const std::string up = "0 9\n90 20\n180 20\n270 20\n348 9\n354 0\n";
  const std::string level = "0 0\n90 20\n180 20\n270 20\n";
  for (const char* const header : {"TILT 6", "TILT -6", "ELECTRICAL_TILT 6", "TILT ELECTRICAL\nCOMMENT E-TILT 6",
                                   "TILT 0\nELECTRICAL_TILT 6", "TILT MECHANICAL\nCOMMENT E-TILT 6"}) {
    CAPTURE(header);
    CHECK(read(header, down).stated_tilt_deg == 6.0);
    CHECK_FALSE(read(header, down).contradicts_tilt());
    CHECK(read(header, up).contradicts_tilt());
    CHECK(read(header, up).cut_tilt_deg == -6.0);
    CHECK(read(header, level).contradicts_tilt());
  }
  for (const char* const header : {"TILT ELECTRICAL", "TILT MECHANICAL", "MAKE none", "TILT 5", "TILT 7", "TILT 0"}) {
    CAPTURE(header);
    CHECK_FALSE(read(header, down).contradicts_tilt());
  }
  CHECK(read("TILT 4.9", down).contradicts_tilt());
  CHECK(read("TILT 7.1", down).contradicts_tilt());
}
