#include "sim/report/uncertainty/uncertainty_files.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "tests/gis/temporary_folder.h"
#include "tests/report/tiny_run.h"

using namespace phusong;
using Json = nlohmann::json;

namespace {

/// Odds of the four hamlets of the tiny run.
analysis::CoverageOdds odds_of_four(double covered) {
  analysis::CoverageOdds odds{.share_5 = 0.25, .share_50 = 0.5, .share_95 = 0.75, .share_mean = 0.4812345678};
  odds.target_holds = covered / 2.0;
  odds.hamlets = {{covered, 0.75 - covered, 0.25}, {0.5, 0.25, 0.25}, {0.0, 0.0, 1.0}, {}};
  return odds;
}

struct TinyUncertainty {
  tests::TinyRun run;
  analysis::Uncertainty uncertainty;

  TinyUncertainty() {
    uncertainty.settings = {.draws = 12000, .seed = 7};
    uncertainty.target = analysis::DrawTarget{.share = 0.75, .needed = 3};
    uncertainty.operators = run.result.operators;
    uncertainty.by_operator.assign(run.result.operators.size(), odds_of_four(0.5));
    uncertainty.by_operator.back() = odds_of_four(0.625);
  }

  report::UncertaintyData data() const { return {run.scenario, uncertainty}; }
  Json json() const { return Json::parse(report::uncertainty_json(data())); }
};

}  // namespace

TEST_CASE("uncertainty.json has the odds of every operator and what the target needs") {
  const TinyUncertainty tiny;
  const Json written = tiny.json();
  CHECK(written["draws"] == 12000);
  CHECK(written["seed"] == 7);
  CHECK(written["hamlets"] == 4);
  CHECK(written["target"] == Json{{"kind", "hamlet_share"}, {"share", 0.75}, {"needed", 3}});
  REQUIRE(written["coverage"].size() == tiny.run.result.operators.size());
  CHECK(written["coverage"].back()["operator"] == "any");
  CHECK(written["coverage"].back()["covered_share_5"] == 0.25);
  CHECK(written["coverage"].back()["covered_share_95"] == 0.75);
  CHECK(written["coverage"].back()["covered_share_mean"] == 0.481235);
  CHECK(written["coverage"].back()["target_probability"] == 0.3125);
  CHECK(written["coverage"].front()["target_probability"] == 0.25);
  CHECK(written["plan"].is_null());
  CHECK(written["sunset"].is_null());
}

TEST_CASE("without a target there is no probability of it") {
  TinyUncertainty tiny;
  tiny.uncertainty.target.reset();
  tiny.uncertainty.by_operator.back().target_holds.reset();
  CHECK(tiny.json()["target"].is_null());
  CHECK(tiny.json()["coverage"].back()["target_probability"].is_null());
  CHECK(report::uncertainty_summary(tiny.data()).find("mục tiêu") == std::string::npos);
}

TEST_CASE("a hamlet's row has the odds of each status in the last operator column") {
  const TinyUncertainty tiny;
  const gis::OutputTable table = report::hamlets_uncertainty_table(tiny.data());
  REQUIRE(table.columns.size() == 4);
  CHECK(table.columns[1].name == "covered_probability");
  REQUIRE(table.rows.size() == 4);
  CHECK(std::get<std::string>(table.rows[0][0]) == "H1");
  CHECK(std::get<gis::Number>(table.rows[0][1]).value == 0.625);
  CHECK(std::get<gis::Number>(table.rows[0][2]).value == 0.125);
  CHECK(std::get<gis::Number>(table.rows[2][3]).value == 1.0);
  CHECK(std::get<gis::Number>(table.rows[3][1]).value == 0.0);
}

TEST_CASE("plan and sunset have tables of their own") {
  TinyUncertainty tiny;
  tiny.uncertainty.plan = analysis::PlanOdds{.before = odds_of_four(0.125), .after = odds_of_four(0.5)};
  tiny.uncertainty.by_period = {odds_of_four(0.5), odds_of_four(0.25)};
  const gis::OutputTable plan = report::plan_uncertainty_table(tiny.data());
  REQUIRE(plan.columns.size() == 7);
  CHECK(plan.columns[4].name == "after_covered_probability");
  CHECK(std::get<gis::Number>(plan.rows[0][1]).value == 0.125);
  CHECK(std::get<gis::Number>(plan.rows[0][4]).value == 0.5);
  const gis::OutputTable sunset = report::sunset_uncertainty_table(tiny.data());
  REQUIRE(sunset.rows.size() == 8);
  CHECK(std::get<std::int64_t>(sunset.rows[1][1]) == 1);
  CHECK(std::get<gis::Number>(sunset.rows[1][2]).value == 0.25);
  CHECK(tiny.json()["plan"]["after"]["target_probability"] == 0.25);
  CHECK(tiny.json()["sunset"][1]["period"] == 1);
  const tests::TemporaryFolder folder;
  std::filesystem::create_directories(folder.path() / "plan");
  std::filesystem::create_directories(folder.path() / "sunset");
  CHECK_FALSE(report::uncertainty_files_exist(folder.path()));
  report::write_uncertainty_files(folder.path(), tiny.data());
  CHECK(report::uncertainty_files_exist(folder.path()));
  for (const char* const file :
       {"hamlets_uncertainty.csv", "plan/hamlets_uncertainty.csv", "sunset/hamlets_uncertainty.csv"})
    CHECK(std::filesystem::exists(folder.path() / file));
}

TEST_CASE("the summary is in the report's language") {
  TinyUncertainty tiny;
  tiny.uncertainty.plan = analysis::PlanOdds{.before = odds_of_four(0.125), .after = odds_of_four(0.5)};
  tiny.uncertainty.by_period = {odds_of_four(0.5), odds_of_four(0.25)};
  CHECK(report::uncertainty_summary(tiny.data()) ==
        "\n"
        "Độ bất định (12.000 lần rút ngẫu nhiên, seed 7): tỷ lệ thôn có sóng ở 5 %, 50 %, 95 % số lần rút\n"
        "  hiện nay (any): 25 %, 50 %, 75 %; xác suất đạt mục tiêu 31,25 %\n"
        "  trước khi xây: 25 %, 50 %, 75 %; xác suất đạt mục tiêu 6,25 %\n"
        "  sau khi xây: 25 %, 50 %, 75 %; xác suất đạt mục tiêu 25 %\n"
        "  kỳ 1 của lộ trình tắt sóng: 25 %, 50 %, 75 %; xác suất đạt mục tiêu 12,5 %\n");
  tiny.run.scenario.options.report.language = "en";
  const std::string english = report::uncertainty_summary(tiny.data());
  CHECK(english.find("12,000 random draws, seed 7") != std::string::npos);
  CHECK(english.find("as it stands (any): 25 %, 50 %, 75 %; the target holds with a probability of 31.25 %") !=
        std::string::npos);
}
