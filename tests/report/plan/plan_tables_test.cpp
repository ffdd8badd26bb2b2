#include "sim/report/plan/plan_tables.h"

#include <doctest/doctest.h>

#include "../../gis/temporary_folder.h"
#include "../table_values.h"
#include "tiny_plan.h"

using namespace phusong;
using namespace phusong::report;
using tests::is_nothing;
using tests::number;
using tests::text;
using tests::value;
using tests::whole;

TEST_CASE("steps are numbered in the order of building, with what each costs and gains") {
  const tests::TinyPlan tiny = tests::tiny_station_plan();
  const gis::OutputTable table = step_table(tiny.data());
  REQUIRE(table.rows.size() == 3);
  CHECK(whole(table, 1, "step") == 2);
  CHECK(whole(table, 2, "year") == 2);
  CHECK(text(table, 1, "action") == "new_mast");
  CHECK(text(table, 1, "site_id") == "N-H2-30m");
  CHECK(number(table, 1, "lon_deg").value == 105.5);
  CHECK(number(table, 1, "capex_million_vnd").value == 1368.0);
  CHECK(whole(table, 1, "hamlets_gained") == 1);
  CHECK(whole(table, 1, "population_gained") == 200);
  CHECK(number(table, 1, "cumulative_hamlet_share").value == 0.5);
}

TEST_CASE("a step says how its mast is connected, and that a mast on air is connected already") {
  const tests::TinyPlan tiny = tests::tiny_station_plan();
  const gis::OutputTable table = step_table(tiny.data());
  CHECK(text(table, 1, "backhaul") == "microwave");
  CHECK(text(table, 1, "backhaul_to") == "K1");
  CHECK(number(table, 1, "backhaul_km").value == 4.25);
  CHECK(text(table, 2, "backhaul") == "existing");
  CHECK(is_nothing(value(table, 2, "backhaul_to")));
  CHECK(is_nothing(value(table, 2, "backhaul_km")));
}

TEST_CASE("a relay has no technology; several are joined by a plus") {
  const tests::TinyPlan tiny = tests::tiny_station_plan();
  const gis::OutputTable table = step_table(tiny.data());
  CHECK(is_nothing(value(table, 0, "technology")));
  CHECK(text(table, 1, "technology") == "4G");
  CHECK(text(table, 2, "technology") == "3G+4G");
}

TEST_CASE("each kind of step has a word of its own") {
  tests::TinyPlan tiny = tests::tiny_station_plan();
  for (const auto& [action, word] : {std::pair{planning::StepAction::kNewMast, "new_mast"},
                                     {planning::StepAction::kPole, "pole"},
                                     {planning::StepAction::kUpgrade, "upgrade"},
                                     {planning::StepAction::kFibre, "fibre"}}) {
    tiny.outcome().steps[0].action = action;
    CHECK(text(step_table(tiny.data()), 0, "action") == word);
  }
}

TEST_CASE("fibre to a hamlet is a step that goes on from where fibre is") {
  const gis::OutputTable table = step_table(tests::tiny_broadband_plan().data());
  REQUIRE(table.rows.size() == 1);
  CHECK(text(table, 0, "action") == "fibre");
  CHECK(text(table, 0, "backhaul") == "fibre");
  CHECK(text(table, 0, "backhaul_to") == "H1");
}

TEST_CASE("a cost line is a quantity times a price, and the lines add up to the plan") {
  const tests::TinyPlan tiny = tests::tiny_station_plan();
  const gis::OutputTable table = cost_line_table(tiny.data());
  REQUIRE(table.rows.size() == 6);
  double capex = 0.0, opex = 0.0;
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    CHECK(number(table, row, "cost_million_vnd").value ==
          number(table, row, "quantity").value * number(table, row, "unit_cost_million_vnd").value);
    capex += number(table, row, "cost_million_vnd").value;
    opex += number(table, row, "opex_million_vnd_per_year").value;
  }
  CHECK(capex == doctest::Approx(tiny.data().outcome().cost.capex_million_vnd));
  CHECK(opex == doctest::Approx(tiny.data().outcome().cost.opex_million_vnd_per_year));
  CHECK(text(table, 4, "site_id") == "K1");
  CHECK(text(table, 4, "item") == "mast_30m");
}

TEST_CASE("columns of the costs table that the program does not know come with every line of their item") {
  const gis::OutputTable table = cost_line_table(tests::tiny_station_plan().data());
  CHECK(is_nothing(value(table, 0, "contract")));
  CHECK(text(table, 1, "contract") == "K-7");
  CHECK(text(table, 2, "contract") == "K-7");
}

TEST_CASE("candidates are listed whether chosen or not, backhaul apart from the station") {
  const gis::OutputTable table = candidate_table(tests::tiny_station_plan().data());
  REQUIRE(table.rows.size() == 3);
  CHECK(whole(table, 0, "chosen") == 1);
  CHECK(whole(table, 1, "chosen") == 1);
  CHECK(whole(table, 2, "chosen") == 0);
  CHECK(text(table, 0, "kind") == "mast");
  CHECK(text(table, 1, "kind") == "upgrade");
  CHECK(text(table, 2, "kind") == "pole");
  CHECK(number(table, 0, "capex_million_vnd").value == 868.0);
  CHECK(number(table, 0, "backhaul_capex_million_vnd").value == 500.0);
  CHECK(number(table, 0, "opex_million_vnd_per_year").value == doctest::Approx(136.8));
  CHECK(number(table, 1, "backhaul_capex_million_vnd").value == 0.0);
  CHECK(text(table, 0, "owner") == "VNPT");
  CHECK(is_nothing(value(table, 2, "owner")));
}

TEST_CASE("fibre has no candidates") {
  const tests::TinyPlan tiny = tests::tiny_broadband_plan();
  CHECK(candidate_table(tiny.data()).rows.empty());
}
