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

TEST_CASE("a problem that many rows share is said once, with their count; few rows are said one by one") {
  Problems many, few;
  for (long row = 2; row < 405; ++row)
    many.add({.file = "t.csv", .line = row, .key = "x", .value = std::to_string(row), .message = "is wrong"});
  many.add({.file = "t.csv", .line = 7, .key = "y", .message = "is wrong"});
  CHECK(many.gathered().text() == "t.csv:2: x = '2': is wrong; so in 402 more rows\nt.csv:7: y: is wrong\n");
  for (long row = 2; row < 5; ++row)
    few.add({.file = "t.csv", .line = row, .message = "is wrong"});
  CHECK(few.gathered().all().size() == 3);
}

TEST_CASE("the first feature of a layer is named though its id is 0, and the whole file has no number") {
  CHECK(Problem{.file = "t.geojson", .line = 0, .message = "is wrong"}.text() == "t.geojson:0: is wrong");
  CHECK(Problem{.file = "t.geojson", .message = "is wrong"}.text() == "t.geojson: is wrong");
}
