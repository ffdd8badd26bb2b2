#include "sim/report/kpi_stages.h"

#include <doctest/doctest.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "json_schema.h"
#include "plan/tiny_plan.h"
#include "sim/report/kpi.h"
#include "sim/report/kpi_table.h"
#include "table_values.h"
#include "tests/report/sunset/tiny_outcome.h"
#include "tiny_run.h"

using namespace phusong;
using coverage::Status;
using tests::is_nothing;
using tests::number;
using tests::value;
using tests::whole;
using Json = nlohmann::json;

namespace {

/// The statuses of the four hamlets of the tiny run for one operator.
coverage::CoverageResult result_of(const std::vector<Status>& statuses) {
  coverage::CoverageResult result;
  for (const Status status : statuses) {
    if (result.verdicts.empty()) result.verdicts.emplace_back();
    result.verdicts[0].push_back({.status = status});
  }
  return result;
}

report::PlanKpis kpis_of_stations() {
  tests::TinyPlan plan = tests::tiny_station_plan();
  plan.stations().before = result_of({Status::kCovered, Status::kHollow, Status::kWhite, Status::kUnknown});
  plan.stations().after = result_of({Status::kCovered, Status::kCovered, Status::kHollow, Status::kUnknown});
  return report::plan_kpis(plan.data());
}

/// Handsets of H1 and H2 of two operators, before and in the last of three periods.
sunset::SunsetOutcome outcome_of_handsets() {
  tests::TinyOutcome tiny;
  tiny.outcome.demand_periods = {
      {.hamlet = 0, .operator_index = 0, .period = 0, .shares = {1.0, 0.5}, .handsets = 30},
      {.hamlet = 0, .operator_index = 0, .period = 3, .shares = {0.5, 1.0}, .handsets = 30, .subsidised = {4, 0, 1, 0}},
      {.hamlet = 0, .operator_index = 1, .period = 0, .shares = {0.0, 0.0}, .handsets = 10},
      {.hamlet = 0, .operator_index = 1, .period = 3, .shares = {1.0, 0.0}, .handsets = 10},
      {.hamlet = 1, .operator_index = 0, .period = 0, .shares = {1.0, 1.0}, .handsets = 0},
      {.hamlet = 1, .operator_index = 0, .period = 2, .shares = {0.0, 0.0}, .handsets = 0, .subsidised = {2, 0, 0, 0}}};
  return tiny.outcome;
}

analysis::CoverageOdds odds_of(double covered) {
  analysis::CoverageOdds odds{.share_5 = 0.25, .share_50 = 0.5, .share_95 = 0.75};
  odds.hamlets = {{.covered = covered}, {.covered = 0.5}, {}, {.covered = 0.125}};
  return odds;
}

Json parsed_kpi(const tests::TinyRun& run, const report::KpiStages& stages) {
  return Json::parse(report::kpi_json(run.data(), stages));
}

}  // namespace

TEST_CASE("kpi.json tells null of stages that did not run, and kpi.csv has their columns all the same") {
  const tests::TinyRun run;
  const Json kpi = parsed_kpi(run, {});
  for (const char* const stage : {"plan", "sunset", "uncertainty"}) {
    CHECK(kpi[stage].is_null());
    CHECK(kpi["communes"][0][stage].is_null());
  }
  const gis::OutputTable table = report::kpi_table(run.data());
  for (const char* const column : {"plan_hamlets_served", "sunset_voice_share_after", "uncertainty_hamlets_covered"})
    CHECK(is_nothing(value(table, 0, column)));
}

TEST_CASE("a plan says of every area what it serves and what it leaves, and of the whole what it builds") {
  const tests::TinyRun run;
  report::KpiStages stages;
  stages.plan = kpis_of_stations();
  const Json kpi = parsed_kpi(run, stages);
  CHECK(kpi["plan"]["stations"] == 3);
  CHECK(kpi["plan"]["relays"] == 1);
  CHECK(kpi["plan"]["fibre_hamlets"] == 0);
  CHECK(kpi["total"]["plan"] == Json{{"hamlets_served", 2},
                                     {"hamlets_served_share", 0.5},
                                     {"hamlets_gained", 1},
                                     {"people_served", 300},
                                     {"hamlets_hollow", 1},
                                     {"hamlets_white", 0}});
  CHECK(kpi["communes"][1]["plan"]["hamlets_served"] == 0);
  CHECK(kpi["communes"][1]["plan"]["hamlets_hollow"] == 1);
  const gis::OutputTable table = report::kpi_table(run.data(), stages);
  CHECK(whole(table, 0, "plan_hamlets_gained") == 1);
  CHECK(number(table, 0, "plan_hamlets_served_share").value == 0.5);
}

TEST_CASE("a plan of fibre serves the hamlets that get it, and says nothing of mobile coverage") {
  const tests::TinyRun run;
  report::KpiStages stages;
  stages.plan = report::plan_kpis(tests::tiny_broadband_plan().data());
  const Json kpi = parsed_kpi(run, stages);
  CHECK(kpi["plan"]["fibre_hamlets"] == 1);
  CHECK(kpi["total"]["plan"]["hamlets_served"] == 2);
  CHECK(kpi["total"]["plan"]["hamlets_gained"] == 1);
  CHECK(kpi["total"]["plan"]["hamlets_white"].is_null());
}

TEST_CASE("a sunset's shares are weighted by the handsets of all operators") {
  const tests::TinyRun run;
  report::KpiStages stages;
  stages.sunset = report::sunset_kpis(run.scenario.network, outcome_of_handsets());
  const Json kpi = parsed_kpi(run, stages);
  CHECK(kpi["sunset"]["technology"] == "2G");
  CHECK(kpi["sunset"]["reached"] == false);
  CHECK(kpi["sunset"]["last_cell_off_quarter"].is_null());
  CHECK(kpi["sunset"]["mhz_freed"] == 5.0);
  const Json& total = kpi["total"]["sunset"];
  CHECK(total["voice_share_before"] == 0.75);  // 30 · 1 + 10 · 0 of 40
  CHECK(total["voice_share_after"] == 0.625);  // 30 · 0.5 + 10 · 1
  CHECK(total["data_share_before"] == 0.375);
  CHECK(total["data_share_after"] == 0.75);
  CHECK(total["handsets_subsidised"] == 7);
  CHECK(total["hamlets_held_back"] == 1);
  CHECK(kpi["communes"][1]["sunset"]["voice_share_before"].is_null());
}

TEST_CASE("the quarter in which a sunset ends is named") {
  tests::TinyOutcome tiny;
  tiny.finish();
  CHECK(report::sunset_kpis(tiny.network, tiny.outcome).last_cell_off_quarter == "2027-Q2");
}

TEST_CASE("uncertainty adds the odds of the hamlets up, today, with the plan and after the sunset") {
  const tests::TinyRun run;
  analysis::Uncertainty uncertainty;
  uncertainty.settings.draws = 500;
  uncertainty.by_operator = {odds_of(0.0), odds_of(0.25)};
  uncertainty.plan = analysis::PlanOdds{odds_of(0.25), odds_of(1.0)};
  report::KpiStages stages;
  stages.uncertainty = &uncertainty;
  const Json kpi = parsed_kpi(run, stages);
  CHECK(kpi["uncertainty"]["draws"] == 500);
  CHECK(kpi["uncertainty"]["today"]["covered_share_95"] == 0.75);
  CHECK(kpi["uncertainty"]["after_sunset"].is_null());
  CHECK(kpi["total"]["uncertainty"]["hamlets_covered"] == 0.88);  // 0.25 + 0.5 + 0.125, two decimals
  CHECK(kpi["total"]["uncertainty"]["hamlets_covered_after_plan"] == 1.63);
  CHECK(kpi["total"]["uncertainty"]["hamlets_covered_after_sunset"].is_null());
}

TEST_CASE("kpi.json with all stages follows its schema") {
  const tests::TinyRun run;
  analysis::Uncertainty uncertainty;
  uncertainty.by_operator = {odds_of(0.25)};
  uncertainty.by_period = {odds_of(0.5), odds_of(0.5)};
  report::KpiStages stages;
  stages.plan = kpis_of_stations();
  stages.sunset = report::sunset_kpis(run.scenario.network, outcome_of_handsets());
  stages.uncertainty = &uncertainty;
  std::ifstream file(PHUSONG_SOURCE_DIR "/sim/report/kpi.schema.json");
  CHECK(tests::JsonValidator(Json::parse(file)).fault(parsed_kpi(run, stages)).empty());
}
