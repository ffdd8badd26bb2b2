#include "sim/report/comparison/comparison_files.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <array>
#include <string_view>

#include "../json_schema.h"
#include "../wording_forms.h"
#include "gis/problem.h"
#include "sim/report/colour_classes.h"
#include "sim/report/comparison/changed_hamlets.h"
#include "sim/report/comparison/compare_json.h"
#include "sim/report/comparison/comparison_summary.h"
#include "sim/report/comparison/comparison_wording.h"
#include "sim/report/qgis/change_style.h"
#include "tests/gis/temporary_folder.h"
#include "tiny_stored_run.h"

using namespace phusong;
using network::Technology;
using report::StoredRun;
using tests::contains;
using CompareObject = nlohmann::json;

namespace {

CompareObject compare_schema() {
  std::ifstream file(PHUSONG_SOURCE_DIR "/sim/report/comparison/compare.schema.json");
  return CompareObject::parse(file);
}

/// H2, which is hollow in TinyRun, is covered, and its level 5 dB higher.
tests::TinyRun tiny_run_with_more_coverage() {
  tests::TinyRun tiny;
  for (auto& verdicts : tiny.result.verdicts) {
    coverage::HamletVerdict& verdict = verdicts[1];
    coverage::TechnologyVerdict& of = verdict.by_technology[Technology::k4G];
    of.status = verdict.status = coverage::Status::kCovered;
    of.share = verdict.share = 1.0;
    of.level_dbm = of.level_dbm.value_or(-100.0) + 5.0;
  }
  tiny.add_up();
  return tiny;
}

/// The folders of two runs and of their comparison.
struct TwoFolders {
  tests::TemporaryFolder folder;
  std::filesystem::path out = folder.path() / "out";
  StoredRun a = tests::stored_tiny_run(folder.path() / "a", tests::TinyRun());
  StoredRun b = tests::stored_tiny_run(folder.path() / "b", tiny_run_with_more_coverage(), {{"grid.x", 2}});

  auto compared(const std::string& language = "") {
    auto data = report::read_comparison(a, b, out, {.language = language});
    std::filesystem::create_directories(out);
    report::write_comparison(*data, out);
    return data;
  }
  CompareObject json() const { return CompareObject::parse(tests::bytes_of(out / "compare.json")); }
};

void add_stages(const std::filesystem::path& run, int pole_cost) {
  tests::write_file(run / "plan/plan.json",
                    fmt::format(R"({{"reached": true, "capex_million_vnd": {}, "poles": 1}})", pole_cost));
  tests::write_file(run / "plan/steps.csv",
                    fmt::format("action,site_id,lon_deg,lat_deg,mast_height_m,technology,capex_million_vnd\n"
                                "pole,P1,105.1,22.1,12.00,4G,{}.00\n",
                                pole_cost));
  tests::write_file(run / "sunset/sunset.json", R"({"technology": "2G", "last_cell_off_period": 3, "cells_off": 1,
    "mhz_freed_by_period": [5, 10], "hamlets_held_back": []})");
  tests::write_file(run / "sunset/schedule.csv",
                    "period,cell_id,site_id,operator,action,technology,frequency_mhz,visit_site,cost_million_vnd\n"
                    "3,C1,S1,Viettel,off,2G,900.00,1,2.50\n");
  tests::write_file(run / "resilience.csv",
                    "event,id,operator,hamlets_lost,people_lost,hamlets_lost_any_operator,people_lost_any_operator\n"
                    "site,S1,A,1,100,1,90\nsite,S1,B,1,50,1,90\n");
  tests::write_file(run / "uncertainty.json", R"({"coverage": [{"operator": "any", "covered_share_50": 0.5,
    "target_probability": null}], "plan": null})");
}

}  // namespace

TEST_CASE("compare.json follows its schema, with and without stages") {
  TwoFolders runs;
  const tests::JsonValidator validator(compare_schema());
  runs.compared();
  CHECK(validator.fault(runs.json()) == "");
  CHECK(runs.json()["plan"].is_null());
  add_stages(runs.a.folder(), 700);
  add_stages(runs.b.folder(), 650);
  runs.compared();
  CHECK(validator.fault(runs.json()) == "");
}

TEST_CASE("a hamlet that is covered now is a row of the table, and the totals say so") {
  TwoFolders runs;
  const auto data = runs.compared();
  const gis::OutputTable table = changed_hamlet_table(*data);
  REQUIRE(table.rows.size() == 3);  // 4G, the target; 4G of Viettel alone
  CHECK(std::get<std::string>(table.rows[0][0]) == "H2");
  CHECK(std::get<std::string>(table.rows[0][1]) == "4G");
  CHECK(std::get<std::string>(table.rows[0][2]) == "hollow");
  CHECK(std::get<std::string>(table.rows[0][3]) == "covered");
  CHECK(std::get<std::string>(table.rows[1][1]) == "target");
  CHECK(std::get<std::string>(table.rows[1][8]) == "any");
  CHECK(std::get<std::string>(table.rows[2][8]) == "Viettel");
  const CompareObject json = runs.json();
  CHECK(json["hamlets"]["status"]["4G"]["better"] == 1);
  CHECK(json["hamlets"]["status"]["4G"]["people_better"] == 200);
  CHECK(json["options"] == CompareObject::parse(R"([{"key": "grid.x", "a": null, "b": 2}])"));
  CHECK(json["inputs"]["same"] == 1);
  CHECK(json["maps"]["state"] == "missing");
  CHECK(json["a"]["run"] == "../a");
  CHECK(std::filesystem::exists(runs.out / "hamlets_changed.gpkg"));
}

TEST_CASE("stages are compared as their files have them") {
  TwoFolders runs;
  add_stages(runs.a.folder(), 700);
  add_stages(runs.b.folder(), 650);
  runs.compared();
  const CompareObject json = runs.json();
  CHECK(json["plan"]["figures"]["capex_million_vnd"]["difference"] == -50);
  REQUIRE(json["plan"]["stations"]["in_both"].size() == 1);
  CHECK(json["plan"]["stations"]["in_both"][0]["capex_million_vnd"]["difference"] == -50);
  CHECK(json["sunset"]["cells_in_one_period"] == 1);
  CHECK(json["sunset"]["operators"][0]["last_period"]["b"] == 3);
  CHECK(json["resilience"]["events"][0]["people_lost"]["a"] == 90);  // an event of two operators counts once
  CHECK(json["uncertainty"][0]["covered_share_50"]["a"] == 0.5);
  CHECK(json["uncertainty"][0]["target_probability"]["a"].is_null());
}

TEST_CASE("a stage of one run alone is compared with nothing") {
  TwoFolders runs;
  add_stages(runs.b.folder(), 650);
  runs.compared();
  const CompareObject json = runs.json();
  CHECK(json["plan"]["reached_a"].is_null());
  CHECK(json["plan"]["figures"]["poles"]["a"].is_null());
  CHECK(json["plan"]["stations"]["only_b"].size() == 1);
  CHECK(json["sunset"]["technology_a"].is_null());
}

TEST_CASE("tables with decimal commas are read as well") {
  TwoFolders runs;
  add_stages(runs.a.folder(), 700);
  tests::TinyRun semicolons;
  semicolons.scenario.options.report.csv = gis::CsvStyle::kSemicolon;
  runs.a = tests::stored_tiny_run(runs.a.folder(), semicolons, {{"report.csv", "semicolon"}});
  tests::write_file(runs.a.path_of("plan/steps.csv"),
                    "action;site_id;lon_deg;lat_deg;mast_height_m;technology;capex_million_vnd\n"
                    "pole;P1;105,1;22,1;12,00;4G;700,25\n");
  runs.compared();
  CHECK(runs.json()["plan"]["stations"]["only_a"][0]["capex_million_vnd"] == 700.25);
}

TEST_CASE("files that are not as a run writes them are an error that names the run") {
  TwoFolders runs;
  tests::write_file(runs.b.path_of("plan/plan.json"), R"({"reached": "perhaps"})");
  CHECK_THROWS_WITH_AS(runs.compared(), doctest::Contains("make the run again"), gis::InputError);
  CHECK_FALSE(std::filesystem::exists(runs.out));
  add_stages(runs.b.folder(), 650);
  tests::write_file(runs.b.path_of("plan/steps.csv"), "action,site_id,lon_deg,lat_deg\npole,P1,east,22\n");
  CHECK_THROWS_WITH_AS(runs.compared(), doctest::Contains("lon_deg = 'east'"), gis::InputError);
}

TEST_CASE("a format that is not known is an error") {
  TwoFolders runs;
  CompareObject kpi = CompareObject::parse(tests::bytes_of(runs.b.path_of("kpi.json")));
  kpi["format"] = 2;
  tests::write_file(runs.b.path_of("kpi.json"), kpi.dump());
  CHECK_THROWS_WITH_AS(runs.compared(), doctest::Contains("has format 2"), gis::InputError);
}

TEST_CASE("a comparison is cleared without what is not its own") {
  TwoFolders runs;
  runs.compared();
  tests::write_file(runs.out / "mine.txt", "");
  tests::write_file(runs.out / "Mạng A/4g_difference_db.tif", "");
  tests::write_file(runs.out / "other/kept.txt", "");
  report::clear_comparison(runs.out);
  CHECK_FALSE(std::filesystem::exists(runs.out / "compare.json"));
  CHECK_FALSE(std::filesystem::exists(runs.out / "Mạng A"));
  CHECK(std::filesystem::exists(runs.out / "mine.txt"));
  CHECK(std::filesystem::exists(runs.out / "other/kept.txt"));
}

TEST_CASE("the page holds the comparison, and a name is no markup in it") {
  TwoFolders runs;
  tests::TinyRun hostile = tiny_run_with_more_coverage();
  hostile.scenario.network.hamlet_columns.push_back({"name", gis::ColumnType::kText});
  for (network::Hamlet& hamlet : hostile.scenario.network.hamlets)
    hamlet.input_values.emplace_back("</script><b>");
  runs.b = tests::stored_tiny_run(runs.folder.path() / "hostile", hostile);
  runs.compared();
  const std::string page = tests::bytes_of(runs.out / "compare.html");
  CHECK(contains(page, "\\u003c/script>\\u003cb>"));
  CHECK_FALSE(contains(page, "</script><b>"));
  CHECK_FALSE(contains(page, "{{"));
}

TEST_CASE("the summary says what has changed in the language asked for") {
  TwoFolders runs;
  add_stages(runs.b.folder(), 650);
  const std::string english = comparison_summary(*runs.compared("en"), runs.out);
  CHECK(contains(english, "4G: 1 → 2 hamlets covered (+1); 1 better, 0 worse"));
  CHECK(contains(english, "Plan: none → 650 million VND"));
  CHECK(contains(english, "Sunset: none → 1 cells switched off"));
  const std::string vietnamese = comparison_summary(*runs.compared("vi"), runs.out);
  CHECK(contains(vietnamese, "4G: 1 → 2 thôn có sóng (+1); 1 thôn tốt lên, 0 thôn xấu đi"));
}

namespace {

using ComparisonForm = tests::Form<report::ComparisonWording>;
using report::ComparisonWording;

const std::array kComparisonForms = {
    ComparisonForm{&ComparisonWording::title},
    ComparisonForm{&ComparisonWording::runs, {"a", "b"}},
    ComparisonForm{&ComparisonWording::hamlets, {"compared", "only_a", "only_b"}},
    ComparisonForm{&ComparisonWording::no_change},
    ComparisonForm{&ComparisonWording::status, {"service", "a", "b", "difference", "better", "worse"}},
    ComparisonForm{&ComparisonWording::target},
    ComparisonForm{&ComparisonWording::people, {"a", "b", "difference"}},
    ComparisonForm{&ComparisonWording::settings, {"inputs", "options"}},
    ComparisonForm{&ComparisonWording::versions, {"a", "b"}},
    ComparisonForm{&ComparisonWording::operators_differ, {"a", "b"}},
    ComparisonForm{&ComparisonWording::technologies_only, {"names"}},
    ComparisonForm{&ComparisonWording::plan, {"a", "b", "difference"}},
    ComparisonForm{&ComparisonWording::stations, {"both", "only_a", "only_b"}},
    ComparisonForm{&ComparisonWording::sunset, {"a", "b", "difference"}},
    ComparisonForm{&ComparisonWording::none},
    ComparisonForm{&ComparisonWording::maps_missing},
    ComparisonForm{&ComparisonWording::better},
    ComparisonForm{&ComparisonWording::worse},
    ComparisonForm{&ComparisonWording::slightly_better},
    ComparisonForm{&ComparisonWording::slightly_worse},
    ComparisonForm{&ComparisonWording::unknown_change},
};
// A text that is added without a line here would not be looked at.
static_assert(sizeof(ComparisonWording) == kComparisonForms.size() * sizeof(std::string_view));

}  // namespace

TEST_CASE("every text of a comparison has its places to fill, in both languages, which share none") {
  for (const ComparisonForm& form : kComparisonForms) {
    for (const std::string_view language : {"vi", "en"})
      tests::check_form(report::comparison_wording(language).*form.text, form.holes);
    CHECK(report::comparison_wording("vi").*form.text != report::comparison_wording("en").*form.text);
  }
}

TEST_CASE("the style of changed hamlets has a rule and a symbol for each way, of the target alone") {
  const std::string style = report::change_style("vi", {{"status_a", gis::ColumnType::kText}});
  CHECK(tests::count_of(style, "<rule ") == 5);
  CHECK(tests::count_of(style, "<symbol ") == 5);
  CHECK(tests::count_of(style, "filter=\"&quot;technology&quot; = 'target' AND ") == 5);
}

TEST_CASE("differences are shown in symmetric classes around nothing") {
  const report::ColourStops stops = report::difference_colours();
  REQUIRE(stops.size() == 9);
  for (std::size_t i = 0; i < 4; ++i)
    CHECK(stops[i].value == -stops[7 - i].value);
}
