#include "sim/report/stored/stored_run.h"

#include <doctest/doctest.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "gis/problem.h"
#include "tests/gis/temporary_folder.h"

namespace phusong::report {
namespace {

constexpr const char* kManifestText =
    R"({"program": "phusong", "version": "1", "options": {"report.language": "vi", "grid.cell_size_m": 90}})";

void put(const std::filesystem::path& path, const std::string& text) {
  std::ofstream(path, std::ios::binary) << text;
}

}  // namespace

TEST_CASE("a stored run gives its options, tables and files") {
  const tests::TemporaryFolder folder;
  put(folder.path() / "manifest.json", kManifestText);
  put(folder.path() / "fixes.csv", "\xEF\xBB\xBFhamlet_id,rank\nh1,1\n");
  const StoredRun run = StoredRun::open(folder.path());
  CHECK(run.text_option("report.language") == "vi");
  CHECK(run.option("grid.cell_size_m") == 90);
  CHECK(run.option("no.such").is_null());
  CHECK(run.text_option("grid.cell_size_m").empty());
  CHECK(run.has("fixes.csv"));
  CHECK_FALSE(run.has("plan/steps.csv"));
  const gis::OutputTable fixes = run.table("fixes.csv");
  REQUIRE(fixes.columns.size() == 2);
  CHECK(fixes.columns[1].name == "rank");
  REQUIRE(fixes.rows.size() == 1);
  CHECK(std::get<std::string>(fixes.rows[0][0]) == "h1");
  CHECK(std::get<std::int64_t>(fixes.rows[0][1]) == 1);
}

TEST_CASE("a folder that is none of a run is refused by name") {
  const tests::TemporaryFolder folder;
  CHECK_THROWS_WITH_AS(StoredRun::open(folder.path()), doctest::Contains("has no manifest.json"), gis::InputError);
  CHECK_THROWS_WITH_AS(StoredRun::open(folder.path() / "no"), doctest::Contains("does not exist"), gis::InputError);
  put(folder.path() / "manifest.json", R"({"program": "other"})");
  CHECK_THROWS_WITH_AS(StoredRun::open(folder.path()), doctest::Contains("not the manifest"), gis::InputError);
  put(folder.path() / "manifest.json", "{");
  CHECK_THROWS_WITH_AS(StoredRun::open(folder.path()), doctest::Contains("not valid JSON"), gis::InputError);
}

TEST_CASE("a file that a stored run lacks is an error that names it") {
  const tests::TemporaryFolder folder;
  const StoredRun run(folder.path(), kManifestText);
  CHECK_THROWS_WITH_AS(run.table("communes.csv"), doctest::Contains("communes.csv"), gis::InputError);
  CHECK_THROWS_WITH_AS(run.json("kpi.json"), doctest::Contains("kpi.json"), gis::InputError);
}

}  // namespace phusong::report
