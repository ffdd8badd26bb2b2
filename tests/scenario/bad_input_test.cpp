#include "tests/scenario/bad_input.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <iostream>

#include "gis/terrain_reader.h"
#include "sim/scenario/scenario.h"

using namespace phusong;
using namespace phusong::tests;

namespace {

/// What reading the scenario and its terrain says is wrong, "@" standing for the folder.
gis::Problems problems_of(const TinyScenario& tiny) {
  try {
    const scenario::Scenario scenario = scenario::load_scenario(tiny.write());
    gis::read_terrain(scenario.terrain_source, scenario.crs);
  } catch (const gis::InputError& error) {
    return error.problems();
  }
  return {};
}

std::string with_folder(std::string message, const TinyScenario& tiny) {
  for (std::size_t at = 0; (at = message.find('@', at)) != std::string::npos;)
    message.replace(at, 1, tiny.folder().string());
  return message + "\n";
}

}  // namespace

TEST_CASE("the tiny scenario is good") {
  const TinyScenario tiny;
  CHECK(problems_of(tiny).text() == "");
}

TEST_CASE("each way of breaking a scenario gives one message that names file, row, key, value and range") {
  for (const BadInput& bad : bad_inputs()) {
    CAPTURE(bad.name);
    TinyScenario tiny;
    bad.spoil(tiny);
    const gis::Problems problems = problems_of(tiny);
    CAPTURE(problems.text());
    CHECK(problems.all().size() == 1);
    CHECK(problems.has(gis::ProblemKind::kScenario) == (bad.exit_code == 2));
    CHECK(problems.text() == with_folder(bad.message, tiny));
  }
}

TEST_CASE("a file that may not be read is named, with the key that names it") {
  TinyScenario tiny;
  tiny.write();
  std::filesystem::permissions(tiny.folder() / "cells.csv", std::filesystem::perms::none);
  if (geteuid() == 0) {
    std::cout << "SKIPPED: a file that may not be read is named: root may read everything\n";
    return;
  }
  try {
    scenario::load_scenario(tiny.folder());
    FAIL("nothing thrown");
  } catch (const gis::InputError& error) {
    CHECK(error.problems().text() == with_folder("@/scenario.toml:10: network.cells = 'cells.csv': the file cannot be "
                                                 "read (permission?)",
                                                 tiny));
  }
}

TEST_CASE("keys, tables and terrain report their problems together") {
  TinyScenario tiny;
  tiny.replace("scenario.toml", "rasters = false", "rasters = 1");
  tiny.replace("sites.csv", "42", "tall");
  tiny.replace("cells.csv", "40,90,43", "40,400,43");
  tiny.replace("hamlets.csv", "180", "-1");
  tiny.file("terrain.asc") = "ncols 2\nnrows 1\nxllcorner 105\nyllcorner 22\ncellsize 0.1\nNODATA_value -1\n-1 -1\n";
  const gis::Problems problems = problems_of(tiny);
  CAPTURE(problems.text());
  CHECK(problems.all().size() == 5);
  CHECK(problems.has(gis::ProblemKind::kScenario));
  CHECK(problems.has(gis::ProblemKind::kFile));
}

TEST_CASE("a folder that is none, or holds no scenario, is said so") {
  CHECK_THROWS_WITH_AS(scenario::load_scenario("/nonexistent/folder"),
                       "/nonexistent/folder: the scenario folder does not exist\n", gis::InputError);
  TinyScenario tiny;
  tiny.remove("scenario.toml");
  tiny.write();
  try {
    scenario::load_scenario(tiny.folder());
    FAIL("nothing thrown");
  } catch (const gis::InputError& error) {
    CHECK(error.problems().text() == with_folder("@/scenario.toml: does not exist", tiny));
    CHECK(error.problems().has(gis::ProblemKind::kScenario));
  }
}
