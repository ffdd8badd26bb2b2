#include "sim/intake/tables/sector_rows.h"

#include <doctest/doctest.h>

using namespace phusong;
using namespace phusong::intake;

namespace {

Draft cell(const std::string& azimuth, const std::string& tilt = "") {
  Draft draft(7);
  draft.values["cell_id"] = {.text = "A-4G"};
  draft.values["azimuth_deg"] = {.text = azimuth};
  if (!tilt.empty()) draft.values["electrical_tilt_deg"] = {.text = tilt};
  return draft;
}

using Texts = std::vector<std::string>;

Texts azimuths_of(const std::string& azimuth) {
  Texts azimuths;
  for (const Draft& sector : sector_rows(cell(azimuth)))
    azimuths.push_back(sector.text("azimuth_deg"));
  return azimuths;
}

}  // namespace

TEST_CASE("a list of azimuths is a row a sector, whatever stands between them") {
  const Texts three = {"0", "120", "240"};
  for (const char* const list :
       {"0/120/240", "0;120;240", "0-120-240", "0, 120, 240", "0 120 240", "0 | 120 | 240", "0+120+240"}) {
    CAPTURE(list);
    CHECK(azimuths_of(list) == three);
  }
  CHECK(azimuths_of("30/210") == Texts{"30", "210"});
  CHECK(azimuths_of("30, 210") == Texts{"30", "210"});
  CHECK(azimuths_of("0 độ, 120 độ") == Texts{"0 độ", "120 độ"});
}

TEST_CASE("one azimuth is one row, and a decimal comma no list") {
  CHECK(azimuths_of("120") == Texts{"120"});
  CHECK(azimuths_of("120,5") == Texts{"120,5"});
  CHECK(azimuths_of("-5") == Texts{"-5"});
  CHECK(azimuths_of("Omni") == Texts{""});
}

TEST_CASE("each sector has its own of the other lists, and its own name") {
  const std::vector<Draft> sectors = sector_rows(cell("0/120/240", "2/4/6"));
  REQUIRE(sectors.size() == 3);
  CHECK(sectors[1].text("electrical_tilt_deg") == "4");
  CHECK(sectors[2].text("cell_id") == "A-4G-3");
  CHECK(sectors[2].row() == 7);
  REQUIRE(sectors[2].changes().size() == 1);
  CHECK(sectors[2].changes().front().reason == Reason::kSector);
}

TEST_CASE(
    "a list with an entry that is no azimuth, or that may be decimals, and a bare number of sectors are refused") {
  struct Wrong {
    const char* azimuths;
    Reason reason;
  };
  for (const Wrong& wrong : {Wrong{"0/120/-", Reason::kSectorAzimuth}, Wrong{"0,120", Reason::kListOrDecimals},
                             Wrong{"3 sector", Reason::kCellsWithoutAzimuth}}) {
    CAPTURE(wrong.azimuths);
    const std::vector<Draft> sectors = sector_rows(cell(wrong.azimuths));
    REQUIRE(sectors.size() == 1);
    REQUIRE(sectors.front().is_refused());
    CHECK(sectors.front().changes().back().reason == wrong.reason);
  }
  CHECK(azimuths_of("10,500") == Texts{"10,500"});
  CHECK(azimuths_of("N/A") == Texts{"N/A"});
}

TEST_CASE("a sum of tilts is no list of sectors") {
  const std::vector<Draft> sectors = sector_rows(cell("0/120", "2+4"));
  REQUIRE(sectors.size() == 2);
  CHECK(sectors[0].text("electrical_tilt_deg") == "2+4");
}

TEST_CASE("a list of another length is refused") {
  const std::vector<Draft> sectors = sector_rows(cell("0/120/240", "2/4"));
  REQUIRE(sectors.size() == 1);
  REQUIRE(sectors.front().is_refused());
  CHECK(sectors.front().changes().back().reason == Reason::kSectorCounts);
}
