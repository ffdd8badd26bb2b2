#include "sim/report/check_summary.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "sim/report/warnings.h"
#include "tests/report/tiny_run.h"
#include "tests/report/wording_forms.h"

using namespace phusong;

namespace {

/// Ground under the first three hamlets of the tiny run; its mast and the fourth are off it.
gis::Terrain ground_in_the_west() {
  return gis::Terrain({.left_m = 448000.0, .top_m = 2490000.0, .cell_size_m = 100.0, .columns = 36, .rows = 20},
                      std::vector<float>(std::size_t{36} * 20, 500.0F));
}

}  // namespace

TEST_CASE("check names the same places as a run, in the same words") {
  const tests::TinyRun tiny;
  const gis::Terrain terrain = ground_in_the_west();
  const report::CheckSummary summary = report::summarise(tiny.scenario, terrain);
  CHECK(summary.sites_off_terrain == std::vector<std::string>{"S1"});
  CHECK(summary.hamlets_off_terrain == std::vector<std::string>{"H4"});
  const std::vector<std::string> of_a_run =
      report::warnings(tiny.scenario, coverage::places_on_terrain(tiny.scenario.network, terrain));
  CHECK(summary.warnings == of_a_run);
  REQUIRE(of_a_run.size() == 3);
  const std::string text = report::text_of(summary);
  CHECK(tests::contains(text, "lưu ý: " + of_a_run[0] + "\n"));
  CHECK(tests::contains(text, "cảnh báo: " + of_a_run[1] + "\ncảnh báo: " + of_a_run[2] + "\n"));
  CHECK(nlohmann::json::parse(report::json_of(summary)).at("warnings") == nlohmann::json(of_a_run));
}

TEST_CASE("check speaks the language of the report") {
  const tests::TinyRun tiny;
  report::CheckSummary summary = report::summarise(tiny.scenario, ground_in_the_west());
  summary.population = 1234567;
  summary.void_share = 0.0525;
  summary.grid.cell_size_m = 12.5;
  const std::string vietnamese = report::text_of(summary);
  CHECK(tests::contains(vietnamese, "36 × 20 ô 12,5 m, 5,25 % không có số liệu\n"));
  CHECK(tests::contains(vietnamese, "dân số 1.234.567\n"));
  CHECK(vietnamese.ends_with("không có lỗi\n"));
  summary.language = "en";
  const std::string english = report::text_of(summary);
  CHECK(tests::contains(english, "36 × 20 cells of 12.5 m, 5.25 % void\n"));
  CHECK(tests::contains(english, "with 1,234,567 people\n"));
  CHECK(english.ends_with("no problems\n"));
}
