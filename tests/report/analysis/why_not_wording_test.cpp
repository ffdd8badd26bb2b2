#include "sim/report/analysis/why_not_wording.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

using namespace phusong;
using analysis::Fix;
using analysis::FixKind;
using analysis::FixObstacle;
using analysis::Reason;

namespace {

network::Network one_cell() {
  network::Network network;
  network.cells = {{.cell_id = "C1"}};
  return network;
}

}  // namespace

TEST_CASE("every reason has words of its own in both languages") {
  std::set<std::string_view> texts;
  for (const char* const language : {"vi", "en"}) {
    for (const Reason reason : {Reason::kTerrainUnknown, Reason::kNoCellInRange, Reason::kDistance, Reason::kObstacle,
                                Reason::kClutter, Reason::kIndoor, Reason::kPower})
      texts.insert(report::reason_text(reason, language));
  }
  CHECK(texts.size() == 14);
}

TEST_CASE("a note names obstacle, cell and what is missing, with the marks of its language") {
  const analysis::WhyNot why{.reason = Reason::kObstacle,
                             .shortfall = coverage::Shortfall{.cell = 0, .missing_db = 12.34},
                             .parts = std::nullopt,
                             .obstacle = analysis::ObstacleOnPath{.over_ray_m = 43.7, .distance_km = 3.25}};
  CHECK(report::note_text(why, one_cell(), "en") ==
        "hidden by terrain; obstacle 44 m above the ray, 3.2 km from the mast; strongest cell C1 lacks 12.3 dB");
  CHECK(report::note_text(why, one_cell(), "vi") ==
        "bị địa hình che khuất; vật cản cao hơn tia 44 m, cách trạm 3,2 km; cell mạnh nhất C1 thiếu 12,3 dB");
}

TEST_CASE("every kind of fix is said in both languages, with its price") {
  Fix fix{.site_id = "S1",
          .cell_id = "C1",
          .from = 6.0,
          .to = 3.5,
          .technologies = {network::Technology::k3G, network::Technology::k4G},
          .height_m = 30.0,
          .cost = {.capex_million_vnd = 1234.5}};
  const auto text = [&](FixKind kind, const char* language) {
    fix.kind = kind;
    return report::fix_text(fix, language);
  };
  CHECK(text(FixKind::kTilt, "vi") == "chỉnh góc cụp của C1 từ 6° thành 3,5°");
  CHECK(text(FixKind::kTilt, "en") == "tilt C1 from 6° to 3.5°");
  CHECK(text(FixKind::kAzimuth, "vi") == "xoay hướng của C1 từ 6° sang 3,5°");
  CHECK(text(FixKind::kAzimuth, "en") == "turn C1 from 6° to 3.5°");
  fix.to = 8.0;
  CHECK(text(FixKind::kPower, "vi") == "tăng công suất của C1 thêm 2 dB");
  CHECK(text(FixKind::kPower, "en") == "raise the power of C1 by 2 dB");
  CHECK(text(FixKind::kTechnology, "vi") == "lắp thêm 3G+4G tại trạm S1");
  CHECK(text(FixKind::kTechnology, "en") == "add 3G+4G on mast S1");
  CHECK(text(FixKind::kPole, "vi") == "dựng cột 30 m với 3G+4G (S1)");
  CHECK(text(FixKind::kPole, "en") == "pole of 30 m with 3G+4G (S1)");
  CHECK(text(FixKind::kMast, "vi") == "xây trạm 30 m với 3G+4G (S1)");
  CHECK(text(FixKind::kMast, "en") == "mast of 30 m with 3G+4G (S1)");
  CHECK(report::priced_fix_text(fix, "vi") == "xây trạm 30 m với 3G+4G (S1): 1.234,5 triệu đồng");
  CHECK(report::priced_fix_text(fix, "en") == "mast of 30 m with 3G+4G (S1): 1,234.5 million VND");
}

TEST_CASE("kinds of fixes have names in both languages") {
  std::set<std::string_view> texts;
  for (const char* const language : {"vi", "en"}) {
    for (const FixKind kind : analysis::kFixKinds)
      texts.insert(report::kind_text(kind, language));
  }
  CHECK(texts.size() == 12);
}

TEST_CASE("a fix that was not tried, serves a part or takes others down has a note of its own") {
  std::set<std::string> notes;
  for (const char* const language : {"vi", "en"}) {
    for (const FixObstacle obstacle :
         {FixObstacle::kNoTerrain, FixObstacle::kNoCell, FixObstacle::kNoSetting, FixObstacle::kNoCandidate})
      notes.insert(report::fix_note({.obstacle = obstacle}, language));
  }
  CHECK(notes.size() == 8);
  Fix fix{.after = {.status = coverage::Status::kCovered}};
  CHECK(report::fix_note(fix, "en").empty());
  fix.hamlets_lost = {3, 4};
  CHECK(report::fix_note(fix, "en") == "takes 2 other hamlets down");
  fix.after.status = coverage::Status::kHollow;
  CHECK(report::fix_note(fix, "en") == "covers only part of the hamlet; takes 2 other hamlets down");
}
