#include "sim/report/analysis/fix_files.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "sim/report/analysis/why_not_summary.h"
#include "sim/report/hamlet_tables.h"
#include "sim/report/summary.h"
#include "tests/report/tiny_run.h"

using namespace phusong;
using analysis::Fix;
using analysis::FixKind;

namespace {

/// The white hamlet H3 with a pole that covers it and a tilt that was not tried; why it is white.
struct FixedRun {
  tests::TinyRun run;
  std::vector<analysis::WhyNot> why_not;
  analysis::FixStudy fixes;

  FixedRun() {
    run.scenario.options.report.language = "en";
    why_not = {{.hamlet = 2,
                .reason = analysis::Reason::kDistance,
                .shortfall = coverage::Shortfall{.cell = 0, .missing_db = 7.126},
                .parts = std::nullopt,
                .obstacle = analysis::ObstacleOnPath{
                    .lon_lat = {105.123456789, 22.5}, .over_ray_m = -3.456, .distance_km = 1.0}}};
    fixes.fixes = {
        {.hamlet = 2,
         .kind = FixKind::kPole,
         .rank = 1,
         .site_id = "P1",
         .technologies = {network::Technology::k4G},
         .height_m = 12.0,
         .after = {.level_dbm = -80.126, .probability = 0.99, .share = 1.0, .status = coverage::Status::kCovered},
         .cost = {.capex_million_vnd = 700.0, .opex_million_vnd_per_year = 91.5},
         .hamlets_lost = {0, 1}},
        {.hamlet = 2, .kind = FixKind::kTilt, .obstacle = analysis::FixObstacle::kNoCell}};
  }
  report::RunData data() const {
    return {.scenario = run.scenario,
            .coverage = run.result,
            .totals = run.totals,
            .more_environments = {},
            .why_not = why_not,
            .fixes = &fixes};
  }
};

std::string text_of(const gis::OutputTable& table, std::size_t row, const std::string& column) {
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    if (table.columns[i].name != column) continue;
    const gis::CellValue& value = table.rows[row][i];
    if (const auto* const text = std::get_if<std::string>(&value)) return *text;
    if (const auto* const whole = std::get_if<std::int64_t>(&value)) return std::to_string(*whole);
    if (const auto* const number = std::get_if<gis::Number>(&value))
      return fmt::format("{:.{}f}", number->value, number->decimals);
    return "";
  }
  return "no such column";
}

}  // namespace

TEST_CASE("a row of fixes.csv has the change, its outcome and its price") {
  const FixedRun fixed;
  const gis::OutputTable table = report::fix_table(fixed.data());
  REQUIRE(table.rows.size() == 2);
  for (const auto& row : table.rows)
    CHECK(row.size() == table.columns.size());
  CHECK(text_of(table, 0, "hamlet_id") == "H3");
  CHECK(text_of(table, 0, "rank") == "1");
  CHECK(text_of(table, 0, "fix") == "pole");
  CHECK(text_of(table, 0, "site_id") == "P1");
  CHECK(text_of(table, 0, "to") == "12 m 4G");
  CHECK(text_of(table, 0, "level_dbm") == "-80.13");
  CHECK(text_of(table, 0, "status") == "covered");
  CHECK(text_of(table, 0, "cost_million_vnd") == "700.00");
  CHECK(text_of(table, 0, "hamlets_lost") == "H1 H2");
  CHECK(text_of(table, 1, "rank").empty());
  CHECK(text_of(table, 1, "status").empty());
  CHECK(text_of(table, 1, "note") == "not tried: no cell could reach the hamlet within the limits");
}

TEST_CASE("the hamlets' table says why, where, how much is missing and what would do") {
  const FixedRun fixed;
  const gis::OutputTable table = report::hamlet_table(fixed.data());
  for (const auto& row : table.rows)
    CHECK(row.size() == table.columns.size());
  CHECK(text_of(table, 2, "reason") == "distance");
  CHECK(text_of(table, 2, "reason_lon_deg") == "105.123456789");
  CHECK(text_of(table, 2, "obstacle_m") == "-3.46");
  CHECK(text_of(table, 2, "missing_db") == "7.13");
  CHECK(text_of(table, 2, "cheapest_fix") == "pole of 12 m with 4G (P1): 700.0 million VND");
  CHECK(text_of(table, 2, "note") == "too far from the mast; strongest cell S1-4G-1 lacks 7.1 dB");
  CHECK(text_of(table, 0, "reason").empty());
  CHECK(text_of(table, 0, "cheapest_fix").empty());
}

TEST_CASE("the summary counts reasons and fixes") {
  FixedRun fixed;
  CHECK(report::why_not_summary(fixed.data()) ==
        "Why 1 hamlets are not covered:\n"
        "       1  too far from the mast\n"
        "The cheapest fix, found for 1 of 1 hamlets not covered (fixes.csv):\n"
        "       1  a pole in or near the hamlet\n\n");
  fixed.why_not.clear();
  CHECK(report::why_not_summary(fixed.data()).empty());
}

TEST_CASE("a further environment has columns of its own, at the end, and a line in the summary") {
  tests::TinyRun tiny;
  tiny.scenario.options.report.language = "en";
  coverage::EnvironmentCoverage indoors{.environment = scenario::Environment::kIndoor,
                                        .verdicts = tiny.result.verdicts};
  coverage::HamletVerdict& verdict = indoors.verdicts.back()[0];
  verdict.status = coverage::Status::kHollow;
  verdict.share = 0.25;
  verdict.by_technology[network::Technology::k4G].level_dbm = -107.5;
  report::RunData run = tiny.data();
  run.more_environments = {&indoors, 1};
  const gis::OutputTable table = report::hamlet_table(run);
  for (const auto& row : table.rows)
    CHECK(row.size() == table.columns.size());
  CHECK(text_of(table, 0, "indoor_4g_level_dbm") == "-107.50");
  CHECK(text_of(table, 0, "indoor_status") == "hollow");
  CHECK(text_of(table, 0, "indoor_share") == "0.250000");
  CHECK(text_of(table, 0, "status") == "covered");
  CHECK(text_of(table, 3, "indoor_4g_probability").empty());
  CHECK(table.columns.back().name == "indoor_share");
  const std::string summary = report::summary_text(run, "RUN");
  CHECK(summary.find("4G, indoors") != std::string::npos);
}
