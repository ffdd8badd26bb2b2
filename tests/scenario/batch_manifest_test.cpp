#include "sim/scenario/batch_manifest.h"

#include <doctest/doctest.h>

#include <fstream>

#include "gis/problem.h"
#include "tests/gis/temporary_folder.h"

namespace phusong::scenario {
namespace {

std::vector<BatchRun> batch_runs(const std::string& text) {
  const tests::TemporaryFolder folder;
  std::ofstream(folder.path() / "batch.toml") << text;
  std::vector<BatchRun> runs = read_batch_manifest(folder.path() / "batch.toml");
  for (BatchRun& run : runs)
    run.scenario = run.scenario.lexically_relative(folder.path());
  return runs;
}

std::string manifest_problems(const std::string& text) {
  try {
    batch_runs(text);
  } catch (const gis::InputError& error) {
    CHECK(error.problems().has(gis::ProblemKind::kScenario));
    return error.what();
  }
  return "";
}

}  // namespace

TEST_CASE("runs have a command, a scenario seen from the manifest, and keys in the order of the file") {
  const auto runs = batch_runs(R"(
    [[run]]
    name = "today"
    scenario = "provinces/ha-giang"
    [[run]]
    name = "cheap plan"
    scenario = "/data/ha-giang"
    command = "plan"
    set = { "plan.gap" = 0.02, plan.order_by = "cost", service = { threshold_dbm = { "4G" = -105 } } }
  )");
  REQUIRE(runs.size() == 2);
  CHECK(runs[0].name == "today");
  CHECK(runs[0].command == "run");
  CHECK(runs[0].scenario == "provinces/ha-giang");
  CHECK(runs[0].sets.empty());
  CHECK(runs[1].command == "plan");
  CHECK(runs[1].scenario.lexically_normal().filename() == "ha-giang");
  CHECK(runs[1].sets ==
        std::vector<std::string>{"plan.gap=0.02", "plan.order_by='cost'", "service.threshold_dbm.\"4G\"=-105"});
}

TEST_CASE("a matrix makes each run for every combination, the last key changing fastest") {
  const auto runs = batch_runs(R"(
    [[run]]
    name = "a"
    scenario = "s"
    set = { "plan.gap" = 0.5 }
    [[run]]
    name = "b"
    scenario = "s"
    [matrix]
    service.threshold_dbm."4G" = [-110, -105.5]
    plan.order_by = ["cost", "a/b c"]
    plan.mast_heights_m = [[30, 42]]
  )");
  REQUIRE(runs.size() == 8);
  CHECK(runs[0].name == "a__service.threshold_dbm.4G=-110__plan.order_by=cost__plan.mast_heights_m=30+42");
  CHECK(runs[1].name == "a__service.threshold_dbm.4G=-110__plan.order_by=a-b-c__plan.mast_heights_m=30+42");
  CHECK(runs[2].name == "a__service.threshold_dbm.4G=-105.5__plan.order_by=cost__plan.mast_heights_m=30+42");
  CHECK(runs[4].name.starts_with("b__"));
  CHECK(runs[3].sets == std::vector<std::string>{"plan.gap=0.5", "service.threshold_dbm.\"4G\"=-105.5",
                                                 "plan.order_by='a/b c'", "plan.mast_heights_m=[ 30, 42 ]"});
}

TEST_CASE("all that is wrong is told at once, with its line") {
  const std::string said = manifest_problems(R"([[run]]
name = "a"
scenario = "s"
comand = "plan"
[[run]]
name = ""
command = "fly"
[matrix]
plan.gap = 0.1
plan.seed = []
[matrixes]
)");
  for (const char* const part :
       {":4: run.comand: unknown key; did you mean run.command?", ":6: run.name", ":5: run.scenario: is missing",
        ":7: run.command = 'fly': is no command of a batch (allowed: run, coverage, plan, sunset)",
        ":9: matrix.plan.gap = '0.1': is no list of values", ":10: matrix.plan.seed",
        "matrixes: unknown key; did you mean matrix?"})
    CHECK_MESSAGE(said.find(part) != std::string::npos, part << "\n" << said);
}

TEST_CASE("a manifest without runs, and one that is no TOML, are errors") {
  CHECK(manifest_problems("# nothing\n").find("run: is missing: there is nothing to run") != std::string::npos);
  CHECK(manifest_problems("run = 3").find("is no list of runs") != std::string::npos);
  CHECK(manifest_problems("[[run]\n").find(":1: TOML syntax error") != std::string::npos);
  CHECK_THROWS_AS(read_batch_manifest("no/such/batch.toml"), gis::InputError);
}

TEST_CASE("names that cannot be folders, or are there twice, are errors") {
  const auto named = [](const std::string& name) { return "[[run]]\nname = '" + name + "'\nscenario = 's'\n"; };
  CHECK(manifest_problems(named("a") + named("a")).find("is the name of two runs") != std::string::npos);
  for (const char* const name : {"../a", ".a", "a/b", "a\\b"})
    CHECK(manifest_problems(named(name)).find("cannot be the name of a folder") != std::string::npos);
  CHECK(manifest_problems(named(std::string(300, 'a'))).find("is too long") != std::string::npos);
  // Two values that are the same in a name are two runs of one name.
  CHECK(manifest_problems(named("a") + "[matrix]\nx = ['b c', 'b/c']").find("is the name of two runs") !=
        std::string::npos);
}

TEST_CASE("a matrix that gives more runs than anyone wants is told before it is made") {
  std::string text = "[[run]]\nname = 'a'\nscenario = 's'\n[matrix]\n";
  for (char key = 'a'; key < 'g'; ++key)
    text += std::string(1, key) + " = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]\n";
  CHECK(manifest_problems(text).find("gives more than 100000 runs") != std::string::npos);
}

}  // namespace phusong::scenario
