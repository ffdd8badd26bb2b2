#include "sim/scenario/same_names.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "sim/scenario/scenario.h"
#include "tests/scenario/tiny_scenario.h"

using namespace phusong;
using namespace phusong::scenario;
using phusong::tests::TinyScenario;

namespace {

auto count_of(const std::vector<gis::InputNote>& notes, gis::InputNote::Kind kind, std::string_view names) {
  return std::ranges::count_if(notes,
                               [&](const gis::InputNote& note) { return note.kind == kind && note.names == names; });
}

}  // namespace

TEST_CASE("names are equal for a person without regard to case, blanks and hyphens") {
  SameNames names;
  CHECK(names.add("Viettel") == "Viettel");
  CHECK(names.add("VIETTEL") == "Viettel");
  CHECK(names.add("VNPT-Net") == "VNPT-Net");
  CHECK(names.add("vnpt net") == "VNPT-Net");
  CHECK(names.add("EE/H3G") == "EE/H3G");
  CHECK(names.add("EE_H3G") == "EE_H3G");
  CHECK(names.doubles() == std::vector<std::string>{"'Viettel' = 'VIETTEL'", "'VNPT-Net' = 'vnpt net'"});
  CHECK(spelt_as_in({"Viettel"}, "vIETTEL") == "Viettel");
  CHECK(spelt_as_in({"Viettel"}, "VNPT") == "VNPT");
}

TEST_CASE("operators that a person reads as equal are one, and their spellings are noted") {
  TinyScenario tiny;
  tiny.file("sites.csv") +=
      "S2,b,VIETTEL,105.11,22.1,42,existing,macro,fibre,grid\n"
      "S3,c,Ho\xCC\x80"
      "a,105.11,22.11,42,existing,macro,fibre,grid\n"
      "S4,d,H\xC3\xB2"
      "a\xC2\xA0,105.11,22.12,42,existing,macro,fibre,grid\n";
  tiny.replace("scenario.toml", "rasters = false", "rasters = false\n[service]\noperators = [\"viettel\"]");
  const Scenario scenario = load_scenario(tiny.write());
  CHECK(scenario.network.operators == std::vector<std::string>{"H\xC3\xB2"
                                                               "a",
                                                               "Viettel"});
  CHECK(scenario.options.service.operators == std::vector<std::string>{"Viettel"});
  const auto& notes = scenario.notes;
  CHECK(count_of(notes, gis::InputNote::Kind::kSameOperators, "'Viettel' = 'VIETTEL'") == 1);
}

TEST_CASE("communes that a person reads as equal are noted, and counted apart") {
  TinyScenario tiny;
  tiny.file("hamlets.csv") +=
      "H3,c,khau  tinh,Na Hang,Tuyên Quang,105.09,22.08,10,0,0\n"
      "H4,d,Khau Tinh,Lâm Bình,Tuyên Quang,105.09,22.09,10,0,0\n";
  const Scenario scenario = load_scenario(tiny.write());
  const auto& notes = scenario.notes;
  CHECK(count_of(notes, gis::InputNote::Kind::kSameAreas, "'Khau Tinh' = 'khau  tinh'") == 1);
  CHECK(scenario.network.hamlets[2].commune == "khau  tinh");
}
