#include "sim/report/plan/plan_notes.h"

#include <doctest/doctest.h>

#include <set>

#include "../wording_forms.h"
#include "tiny_plan.h"

using namespace phusong;
using namespace phusong::report;
using tests::contains;
using Kind = planning::PlanNote::Kind;

namespace {

/// One of each kind.
std::vector<planning::PlanNote> all_notes() {
  return {{.kind = Kind::kChosenForLess, .million_vnd = 1234.5},
          {.kind = Kind::kLinksCostMore, .million_vnd = 1234.5},
          {.kind = Kind::kNoRoads, .count = 1234},
          {.kind = Kind::kDearYears, .count = 1234, .million_vnd = 1234.5},
          {.kind = Kind::kUnspentYears, .count = 1234, .million_vnd = 1234.5, .year = 7, .spent_million_vnd = 987.5},
          {.kind = Kind::kCandidateOffTerrain, .id = "C-1"},
          {.kind = Kind::kSiteOffTerrain, .id = "C-1"}};
}

}  // namespace

TEST_CASE("every note has words of its own in both languages, with its numbers as they are written there") {
  tests::TinyPlan tiny = tests::tiny_station_plan();
  tiny.outcome().notes = all_notes();
  std::set<std::string> different;
  for (const auto& [language, count, amount] : {std::tuple{"vi", "1.234", "1.234,5"}, {"en", "1,234", "1,234.5"}}) {
    tiny.speak(language);
    const std::vector<std::string> texts = note_texts(tiny.data());
    REQUIRE(texts.size() == 7);
    CHECK(contains(texts[0], amount));
    CHECK(contains(texts[1], amount));
    CHECK(contains(texts[2], count));
    CHECK(contains(texts[3], count));
    CHECK(contains(texts[3], amount));
    CHECK(contains(texts[4], count));
    CHECK(contains(texts[4], amount));
    CHECK(contains(texts[4], " 7 "));
    CHECK(contains(texts[4], std::string("987") + amount[5] + "5"));
    CHECK(contains(texts[5], "C-1"));
    CHECK(contains(texts[6], "C-1"));
    different.insert(texts.begin(), texts.end());
  }
  CHECK(different.size() == 14);
}

TEST_CASE("a plan without notes says nothing") {
  tests::TinyPlan tiny = tests::tiny_station_plan();
  tiny.outcome().notes.clear();
  CHECK(note_texts(tiny.data()).empty());
}
