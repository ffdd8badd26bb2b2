#include "sim/analysis/uncertainty/confident_plan.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "sim/analysis/uncertainty/uncertainty.h"
#include "sim/planning/make_plan.h"
#include "tests/planning/plan_world.h"

using namespace phusong;

namespace {

analysis::ConfidentPlan confident_plan_of(const scenario::Scenario& scenario, const gis::Terrain& terrain) {
  progress::Progress progress;
  return analysis::plan_with_confidence(scenario, terrain, {}, true, progress);
}

scenario::Scenario valleys_with_confidence(double confidence) {
  scenario::Scenario scenario = tests::valleys_and_candidates();
  scenario.options.plan.target.hamlet_share = 0.8;
  scenario.options.plan.target.confidence = confidence;
  scenario.options.plan.gap = 0.0;
  scenario.options.analysis.draws = 3000;
  return scenario;
}

}  // namespace

TEST_CASE("a plan with confidence holds as often as asked for, and more confidence costs no less") {
  const gis::Terrain terrain = tests::ridged_terrain();
  double before = -1.0;
  for (const double asked : {0.05, 0.6, 0.99}) {
    const scenario::Scenario scenario = valleys_with_confidence(asked);
    const analysis::ConfidentPlan found = confident_plan_of(scenario, terrain);
    const analysis::PlanConfidence& confidence = found.confidence;
    CAPTURE(asked);
    CHECK(confidence.reached);
    CHECK(found.plan.outcome.reached);
    CHECK(confidence.demanded > asked);
    CHECK(confidence.plan.chosen_by >= confidence.demanded);
    CHECK(confidence.plan.checked >= asked);
    CHECK(confidence.plan.objective_million_vnd >= before - 1e-6);
    before = confidence.plan.objective_million_vnd;
    CHECK(confidence.plans_tried > 1);
    CHECK(confidence.check.seed != confidence.choice.seed);
  }
}

TEST_CASE("beside a plan with confidence stands the plan by medians, as it is made without") {
  const gis::Terrain terrain = tests::ridged_terrain();
  scenario::Scenario scenario = valleys_with_confidence(0.9);
  const analysis::ConfidentPlan found = confident_plan_of(scenario, terrain);
  scenario.options.plan.target.confidence.reset();
  progress::Progress progress;
  const auto by_medians = std::get<planning::StationPlan>(
      planning::make_plan(scenario, terrain, {.signals_from_dbm = analysis::uncertain_levels_dbm(scenario)}, progress));
  CHECK(found.confidence.by_medians.cost.capex_million_vnd == by_medians.outcome.cost.capex_million_vnd);
  CHECK(found.confidence.by_medians.cost.opex_million_vnd_per_year ==
        by_medians.outcome.cost.opex_million_vnd_per_year);
  const auto odds = plan_odds(scenario, terrain, by_medians, found.confidence.choice, progress);
  CHECK(found.confidence.by_medians.chosen_by == odds.after.target_holds);
  CHECK(found.confidence.cost_of_confidence_million_vnd() ==
        doctest::Approx(found.plan.outcome.cost.objective_million_vnd(scenario.options.plan.opex_years) -
                        by_medians.outcome.cost.objective_million_vnd(scenario.options.plan.opex_years)));
}

TEST_CASE("a plan with confidence is told by the thresholds of its scenario") {
  const gis::Terrain terrain = tests::ridged_terrain();
  const scenario::Scenario scenario = valleys_with_confidence(0.99);
  const analysis::ConfidentPlan found = confident_plan_of(scenario, terrain);
  std::vector<std::size_t> built;
  for (const planning::PlannedStation& station : found.plan.stations)
    built.push_back(station.candidate);
  CHECK(found.plan.outcome.after.hamlets == tests::hamlets_covered_with(scenario, terrain, found.plan, built));
  CHECK(found.plan.goal.needed == 5.0);
  CHECK(found.plan.outcome.unserved.size() == scenario.network.hamlets.size() - found.plan.outcome.after.hamlets);
  REQUIRE(found.as_made);
  CHECK(found.as_made->scenario.options.service.threshold_dbm[network::Technology::k4G] ==
        scenario.options.service.threshold_dbm[network::Technology::k4G] + found.confidence.margin_db);
}

TEST_CASE("where no plan holds often enough the one that holds most often is taken") {
  const gis::Terrain terrain = tests::ridged_terrain();
  scenario::Scenario scenario = valleys_with_confidence(0.9);
  scenario.options.plan.target.hamlet_share = 1.0;
  scenario.options.plan.candidates.existing_masts = false;
  scenario.plan_tables.candidates.resize(2);
  const analysis::ConfidentPlan found = confident_plan_of(scenario, terrain);
  CHECK_FALSE(found.confidence.reached);
  CHECK_FALSE(found.plan.outcome.reached);
  CHECK(found.confidence.plan.chosen_by >= found.confidence.by_medians.chosen_by);
}
