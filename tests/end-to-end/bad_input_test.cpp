#include "tests/scenario/bad_input.h"

#include <doctest/doctest.h>

#include <cstdlib>

#include "tests/end-to-end/program.h"

using namespace phusong::tests;

TEST_CASE("the program accepts a good scenario") {
  TinyScenario tiny;
  const ProgramResult result = run_phusong("check " + tiny.write().string());
  CHECK(result.exit_code == 0);
  CHECK(result.output.find("không có lỗi") != std::string::npos);
}

TEST_CASE("bad input ends the program with its exit code and one line, and writes nothing") {
  for (const BadInput& bad : bad_inputs()) {
    CAPTURE(bad.name);
    TinyScenario tiny;
    bad.spoil(tiny);
    const std::filesystem::path run = tiny.write() / "run";
    const ProgramResult checked = run_phusong("check -q " + tiny.folder().string());
    CAPTURE(checked.output);
    CHECK(checked.exit_code == bad.exit_code);
    CHECK(std::count(checked.output.begin(), checked.output.end(), '\n') == 1);
    CHECK(run_phusong("run -q " + tiny.folder().string() + " -o " + run.string()).exit_code == bad.exit_code);
    CHECK_FALSE(std::filesystem::exists(run));
  }
}

TEST_CASE("a wrong override ends the program with exit code 2") {
  TinyScenario tiny;
  const std::string folder = tiny.write().string();
  CHECK(run_phusong("check " + folder + " --set service.load=2").exit_code == 2);
  CHECK(run_phusong("check " + folder + " --set service.load").exit_code == 2);
  CHECK(run_phusong("check " + folder + " --set 'propagation.max_range_km.\"2G\"=25'").exit_code == 0);
}

TEST_CASE("instructions that the machine does not have are named, with those that it has") {
  TinyScenario tiny;
  REQUIRE(setenv("PHUSONG_INSTRUCTIONS", "avx1024", 1) == 0);
  const ProgramResult result = run_phusong("check " + tiny.write().string());
  REQUIRE(unsetenv("PHUSONG_INSTRUCTIONS") == 0);
  CHECK(result.exit_code == 2);
  CHECK(result.output.find("PHUSONG_INSTRUCTIONS: avx1024") != std::string::npos);
  CHECK(result.output.find("portable") != std::string::npos);
}

TEST_CASE("keys that are wrong decide the exit code when files are wrong too") {
  TinyScenario tiny;
  tiny.replace("scenario.toml", "rasters", "raster");
  tiny.replace("sites.csv", "42", "tall");
  const ProgramResult result = run_phusong("check " + tiny.write().string());
  CHECK(result.exit_code == 2);
  CHECK(result.output.find("scenario.toml:15: coverage.raster") != std::string::npos);
  CHECK(result.output.find("sites.csv:2: mast_height_m = 'tall'") != std::string::npos);
}

TEST_CASE("the defaults are printed without a scenario") {
  const ProgramResult result = run_phusong("check --defaults");
  CHECK(result.exit_code == 0);
  CHECK(result.output.find("\n[propagation]\n") != std::string::npos);
}
