#include "sim/intake/tables/technology_names.h"

#include <doctest/doctest.h>

#include "sim/intake/tables/row_carriers.h"
#include "sim/intake/tables/technology_headers.h"

using namespace phusong;
using namespace phusong::intake;
using network::Technology;

namespace {

std::string technology_name(const std::string& text) {
  const auto named = named_technology(text);
  return named ? std::string(network::name_of(named->technology)) : "";
}

}  // namespace

TEST_CASE("a technology is known by any of its names, with its band or without") {
  for (const char* const text : {"4G", "4g", "LTE", "LTE-A", "4G (LTE)", "E-UTRA", "eNodeB", "LTE1800", "LTE-1800",
                                 "4G 1800MHz", "L1800", "L18", "LTE B3", "LTE TDD 2300", "BTS 4G", "mạng 4G"}) {
    CAPTURE(text);
    CHECK(technology_name(text) == "4G");
  }
  for (const char* const text : {"GSM", "GSM900", "GSM/EDGE", "DCS1800", "G900", "BTS"})
    CHECK(carriers_text(named_technologies(text)) != "");
  CHECK(technology_name("U2100") == "3G");
  CHECK(technology_name("WCDMA 2100") == "3G");
  CHECK(technology_name("n78") == "5G");
  CHECK(technology_name("5G NR 3500") == "5G");
}

TEST_CASE("a text of none or of two names none") {
  for (const char* const text : {"", "CDMA", "NB-IoT", "2,5G", "Wi-Fi", "2G 3G", "GSM900 LTE1800", "1800", "IV"}) {
    CAPTURE(text);
    CHECK(technology_name(text).empty());
  }
}

TEST_CASE("technologies of a list come in its order, and those that are the same once") {
  for (const char* const text : {"2G/3G/4G", "2G, 3G, 4G", "2G+3G+4G", "2G; 3G; 4G", "2G-3G-4G", "2G - 3G - 4G",
                                 "2G 3G 4G", "2G & 3G và 4G", "2G\n3G\n4G"}) {
    CAPTURE(text);
    CHECK(carriers_text(named_technologies(text)) == "2G, 3G, 4G");
  }
  CHECK(carriers_text(named_technologies("4G/3G")) == "4G, 3G");
  CHECK(carriers_text(named_technologies("GSM/EDGE")) == "2G");
  CHECK(carriers_text(named_technologies("4G/LTE")) == "4G");
  CHECK(carriers_text(named_technologies("GSM900, LTE1800")) == "GSM900, LTE1800");
  CHECK(carriers_text(named_technologies("LTE1800/2100")) == "LTE1800, 2100");
  CHECK(named_technologies("2G/Wi-Fi").empty());
  CHECK(named_technologies("2,5G").empty());
}

TEST_CASE("a header of one technology is told from those for all") {
  const auto header = technology_header("Tần số 4G (MHz)");
  REQUIRE(header);
  CHECK(header->technology == Technology::k4G);
  CHECK(header->rest == "Tần số (MHz)");
  CHECK_FALSE(header->counts_cells);
  CHECK(technology_header("Số cell LTE")->counts_cells);
  CHECK(technology_header("3G")->counts_cells);
  CHECK_FALSE(technology_header("Công nghệ (2G/3G)"));
  CHECK_FALSE(technology_header("Tần số"));
  CHECK(target_of_technology("frequency_mhz", Technology::k4G) == "frequency_mhz (4G)");
  CHECK(target_of_all("frequency_mhz (4G)") == "frequency_mhz");
}
