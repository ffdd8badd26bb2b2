#include "sim/report/plan/plan_files.h"

#include <doctest/doctest.h>

#include "../../gis/temporary_folder.h"
#include "tiny_plan.h"

using namespace phusong;
using namespace phusong::report;

TEST_CASE("a plan is whole once its last file is there") {
  const tests::TemporaryFolder run;
  CHECK_FALSE(plan_files_exist(run.path()));
  write_plan_files(run.path(), tests::tiny_station_plan().data());
  CHECK(plan_files_exist(run.path()));
  for (const char* const name :
       {"steps.csv", "new_sites.csv", "new_sites.geojson", "upgrades.csv", "new_cells.csv", "backhaul.geojson",
        "cost_lines.csv", "candidates.csv", "candidate_coverage.csv", "unserved.csv", "resilience.csv", "plan.json"}) {
    CAPTURE(name);
    CHECK(std::filesystem::file_size(run.path() / "plan" / name) > 0);
  }
}

TEST_CASE("fibre has all files of a plan too, some of them without rows") {
  const tests::TemporaryFolder run;
  write_plan_files(run.path(), tests::tiny_broadband_plan().data());
  CHECK(tests::bytes_of(run.path() / "plan" / "candidate_coverage.csv") ==
        "\xEF\xBB\xBF"
        "candidate_id,hamlet_id,point\n");
  CHECK(tests::bytes_of(run.path() / "plan" / "backhaul.geojson").find("\"from\":\"H2\"") != std::string::npos);
}

TEST_CASE("coverage of candidates is written pair by pair, candidate by candidate") {
  const tests::TemporaryFolder run;
  write_plan_files(run.path(), tests::tiny_station_plan().data());
  CHECK(tests::bytes_of(run.path() / "plan" / "candidate_coverage.csv") ==
        "\xEF\xBB\xBF"
        "candidate_id,hamlet_id,point\n"
        "N-H2-30m,H2,0\n"
        "S1+4G,H3,1\n"
        "R-H3-12m,H3,0\n");
}

TEST_CASE("levels that are kept for a plan are those of its new cells") {
  tests::TinyPlan tiny = tests::tiny_station_plan();
  planning::StationPlan& plan = tiny.stations();
  REQUIRE(plan.built_cells.size() == 4);
  plan.after.point_levels = {{.cell = 0}, {.cell = 1}, {.cell = 2}, {.cell = 3}};
  const std::vector<coverage::PointLevel> levels = new_cell_levels(plan);
  REQUIRE(levels.size() == 2);
  CHECK(levels[0].cell == 2);
  CHECK(levels[1].cell == 3);
}
