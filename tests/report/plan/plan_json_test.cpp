#include "sim/report/plan/plan_json.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "tiny_plan.h"

using namespace phusong;
using namespace phusong::report;
using nlohmann::json;

namespace {

json json_of(const tests::TinyPlan& tiny) {
  return json::parse(plan_json(tiny.data()));
}

}  // namespace

TEST_CASE("plan.json has what is built, what it costs and reaches, and how far from the optimum it can be") {
  const json plan = json_of(tests::tiny_station_plan());
  CHECK(plan["reached"] == false);
  CHECK(plan["objective"] == 4104.0);
  CHECK(plan["lower_bound"] == 4000.5);
  CHECK(plan["gap"] == 0.02522);
  CHECK(plan["stopped_by"] == "gap");
  CHECK(plan["solver"] == "by hand");
  CHECK(plan["capex_million_vnd"] == 2736.0);
  CHECK(plan["new_masts"] == 2);
  CHECK(plan["relays"] == 1);
  CHECK(plan["poles"] == 0);
  CHECK(plan["upgrades"] == 1);
  CHECK(plan["hamlets"] == 4);
  CHECK(plan["hamlets_before"] == 1);
  CHECK(plan["hamlets_after"] == 2);
  CHECK(plan["people_before"] == 100);
  CHECK(plan["people_after"] == 300);
  CHECK(plan["full_model"]["lower_bound"] == 3000.0);
  CHECK(
      plan["size"] ==
      json({{"candidates", 3}, {"sites_tried", 3}, {"points_in_need", 3}, {"pairs_in_range", 7}, {"exact_paths", 5}}));
  CHECK(plan["notes"].size() == 1);
}

TEST_CASE("each kind of target is told under its own key, with what it needs") {
  tests::TinyPlan tiny = tests::tiny_station_plan();
  scenario::PlanTarget& target = tiny.scenario.options.plan.target;
  CHECK(json_of(tiny)["target"]["hamlet_share"] == 0.985);
  CHECK(json_of(tiny)["target"]["hamlets_needed"] == 4);
  target = {.population_share = 0.75};
  tiny.stations().goal.needed = 750.0;
  CHECK(json_of(tiny)["target"]["population_share"] == 0.75);
  CHECK(json_of(tiny)["target"]["people_needed"] == 750);
  target = {.budget_million_vnd = 1000.0};
  tiny.stations().full.reset();
  CHECK(json_of(tiny)["target"]["budget"] == 1000.0);
  CHECK(json_of(tiny)["bound_of"].get<std::string>().starts_with("most hamlets for the budget: "));
  CHECK(json_of(tiny)["full_model"].is_null());
}

TEST_CASE("plan.json of fibre counts no stations, and its bound is that of the tree") {
  const json plan = json_of(tests::tiny_broadband_plan());
  CHECK(plan["target"]["fixed_broadband_share"] == 0.5);
  CHECK(plan["bound_of"] == "fibre tree to hamlets");
  CHECK(plan["new_masts"] == 0);
  CHECK(plan["hamlets_after"] == 2);
  CHECK(plan["full_model"].is_null());
  CHECK(plan["size"]["candidates"] == 0);
}
