#include "sim/report/check_summary.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "sim/report/warnings.h"
#include "tests/report/tiny_run.h"

using namespace phusong;

namespace {

/// Ground under the first three hamlets of the tiny run; its mast and the fourth are off it.
gis::Terrain ground_in_the_west() {
  return gis::Terrain({.left_m = 448000.0, .top_m = 2490000.0, .cell_size_m = 100.0, .columns = 36, .rows = 20},
                      std::vector<float>(36 * 20, 500.0F));
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
  CHECK(text.find("note: " + of_a_run[0] + "\n") != std::string::npos);
  CHECK(text.find("warning: " + of_a_run[1] + "\nwarning: " + of_a_run[2] + "\n") != std::string::npos);
  CHECK(nlohmann::json::parse(report::json_of(summary)).at("warnings") == nlohmann::json(of_a_run));
}
