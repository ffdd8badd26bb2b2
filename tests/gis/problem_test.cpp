#include "gis/problem.h"

#include <doctest/doctest.h>

using namespace phusong::gis;

TEST_CASE("a problem names file, line, key, value and what is allowed") {
  const Problem problem{.file = "cells.csv",
                        .line = 7,
                        .key = "azimuth_deg",
                        .value = "400",
                        .message = "out of range",
                        .allowed = "0 … 360 °"};
  CHECK(problem.text() == "cells.csv:7: azimuth_deg = '400': out of range (allowed: 0 … 360 °)");
}

TEST_CASE("all problems of an input are thrown at once") {
  Problems problems;
  CHECK_NOTHROW(problems.throw_if_any());
  problems.add({.file = "a.csv", .message = "is empty"});
  problems.add({.kind = ProblemKind::kScenario, .file = "scenario.toml", .line = 3, .message = "unknown key"});
  CHECK(problems.has(ProblemKind::kScenario));
  try {
    problems.throw_if_any();
    FAIL("nothing thrown");
  } catch (const InputError& error) {
    CHECK(error.problems().all().size() == 2);
    CHECK(std::string(error.what()) == "a.csv: is empty\nscenario.toml:3: unknown key\n");
  }
}
