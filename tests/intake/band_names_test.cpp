#include "sim/intake/channels/band_names.h"

#include <doctest/doctest.h>

using namespace phusong::intake;

namespace {

std::string band_name(Numbering numbering, std::string_view text) {
  const auto band = named_band(numbering, text);
  return band ? std::string(band->name) : "";
}

}  // namespace

TEST_CASE("a band is known by its nominal frequency, its number, or both") {
  for (const char* const text : {"1800", "1800 MHz", "B3", "Band 3", "3", "LTE 1800", "LTE1800", "L18", "B3 (1800)"}) {
    CAPTURE(text);
    CHECK(band_name(Numbering::kEarfcn, text) == "3");
  }
  CHECK(band_name(Numbering::kArfcn, "GSM 900") == "GSM 900");
  CHECK(band_name(Numbering::kArfcn, "DCS1800") == "DCS 1800");
  CHECK(band_name(Numbering::kUarfcn, "U2100") == "I");
  CHECK(band_name(Numbering::kUarfcn, "U900") == "VIII");
  CHECK(band_name(Numbering::kNrArfcn, "n78") == "n78");
  CHECK(band_name(Numbering::kNrArfcn, "5G NR 3500") == "n78");
}

TEST_CASE("a text of two bands, of none, or of one that the technology has not names none") {
  CHECK(band_name(Numbering::kEarfcn, "1800/2100").empty());
  CHECK(band_name(Numbering::kEarfcn, "B3 (2100)").empty());
  CHECK(band_name(Numbering::kEarfcn, "thấp").empty());
  CHECK(band_name(Numbering::kUarfcn, "1800").empty());
  CHECK(band_name(Numbering::kEarfcn, "18").empty());
}

TEST_CASE("the middle of a band is that of its downlink") {
  CHECK(named_band(Numbering::kArfcn, "900")->middle_mhz() == doctest::Approx(947.5));
  CHECK(named_band(Numbering::kUarfcn, "2100")->middle_mhz() == doctest::Approx(2140.0));
  CHECK(named_band(Numbering::kEarfcn, "1800")->middle_mhz() == doctest::Approx(1842.5));
  CHECK(named_band(Numbering::kEarfcn, "700")->middle_mhz() == doctest::Approx(780.5));
  CHECK(named_band(Numbering::kNrArfcn, "3500")->middle_mhz() == doctest::Approx(3550.0));
}

TEST_CASE("a carrier lies in a downlink or is called by a band's nominal frequency") {
  CHECK(is_carrier_in_vietnam(Numbering::kEarfcn, 1842.5));
  CHECK(is_carrier_in_vietnam(Numbering::kEarfcn, 1800.0));
  CHECK(is_carrier_in_vietnam(Numbering::kEarfcn, 1805.0));
  CHECK_FALSE(is_carrier_in_vietnam(Numbering::kEarfcn, 1747.5));
  CHECK_FALSE(is_carrier_in_vietnam(Numbering::kUarfcn, 1800.0));
  CHECK_FALSE(is_carrier_in_vietnam(Numbering::kArfcn, 2100.0));
}

TEST_CASE("an uplink has its downlink, and a downlink or a band's nominal frequency is no uplink") {
  CHECK(*downlink_of_uplink(Numbering::kEarfcn, 1747.5) == doctest::Approx(1842.5));
  CHECK(*downlink_of_uplink(Numbering::kUarfcn, 1950.0) == doctest::Approx(2140.0));
  CHECK(*downlink_of_uplink(Numbering::kArfcn, 902.4) == doctest::Approx(947.4));
  CHECK(*downlink_of_uplink(Numbering::kEarfcn, 725.5) == doctest::Approx(780.5));
  for (const double downlink_mhz : {1842.5, 947.4, 2140.0, 900.0, 1800.0, 2350.0, 2535.0})
    CHECK_FALSE(downlink_of_uplink(Numbering::kEarfcn, downlink_mhz));
}

TEST_CASE("channel numbers are frequencies of no band") {
  CHECK_FALSE(is_near_any_band(Numbering::kEarfcn, 1575.0));
  CHECK_FALSE(is_near_any_band(Numbering::kEarfcn, 184.25));
  CHECK_FALSE(is_near_any_band(Numbering::kArfcn, 62.0));
  CHECK(is_near_any_band(Numbering::kEarfcn, 460.0));
  CHECK(is_near_any_band(Numbering::kArfcn, 1802.6));
}
