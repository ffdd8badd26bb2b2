#include "sim/scenario/nearest.h"

#include <doctest/doctest.h>

using phusong::scenario::nearest;

TEST_CASE("a slip of the finger finds the name that was meant") {
  const std::vector<std::string> names = {"check", "coverage", "run"};
  CHECK(nearest("chekc", names) == "check");
  CHECK(nearest("coverrage", names) == "coverage");
  CHECK(nearest("rnu", names) == "run");
}

TEST_CASE("a word that is like none of the names suggests nothing") {
  CHECK_FALSE(nearest("photograph", {"check", "coverage", "run"}).has_value());
  CHECK_FALSE(nearest("run", {}).has_value());
}
