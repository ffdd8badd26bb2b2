#include "sim/report/plan/unserved.h"

#include <doctest/doctest.h>

#include <array>
#include <set>

#include "../table_values.h"
#include "tiny_plan.h"

using namespace phusong;
using namespace phusong::report;
using planning::UnservedReason;
using tests::is_nothing;
using tests::number;
using tests::text;
using tests::value;
using tests::whole;

TEST_CASE("an unserved hamlet is told with what it lacks, how many candidates reach it, and why") {
  tests::TinyPlan tiny = tests::tiny_station_plan();
  tiny.speak("en");
  const gis::OutputTable table = unserved_table(tiny.data());
  REQUIRE(table.rows.size() == 2);
  CHECK(text(table, 0, "hamlet_id") == "H3");
  CHECK(text(table, 0, "status") == "hollow");
  CHECK(number(table, 0, "share").value == 0.5);
  CHECK(number(table, 0, "missing_db").value == 3.25);
  CHECK(whole(table, 0, "candidates_covering") == 2);
  CHECK(text(table, 0, "reason") == "all candidates together reach only a part of it");
}

TEST_CASE("where no cell is in range nothing can be said to be missing") {
  const gis::OutputTable table = unserved_table(tests::tiny_station_plan().data());
  CHECK(is_nothing(value(table, 1, "missing_db")));
  CHECK(text(table, 1, "reason") == "nằm ngoài dữ liệu địa hình");
}

TEST_CASE("every reason has words of its own in both languages") {
  constexpr std::array kReasons = {UnservedReason::kOffTerrain, UnservedReason::kNoCandidate, UnservedReason::kOnlyPart,
                                   UnservedReason::kNotNeeded,  UnservedReason::kNoBudget,    UnservedReason::kNoFibre};
  std::set<std::string_view> texts;
  for (const char* const language : {"vi", "en"}) {
    for (const UnservedReason reason : kReasons)
      texts.insert(text_of(reason, plan_wording(language)));
  }
  CHECK(texts.size() == 2 * kReasons.size());
  CHECK_FALSE(texts.contains(""));
}
