#include "sim/sunset/model/handsets.h"

#include <doctest/doctest.h>

using namespace phusong;
using namespace phusong::sunset;

TEST_CASE("uptake takes whole handsets from every class without VoLTE") {
  const ClassCounts first = {10, 3, 100, 7};
  CHECK(after_uptake(first, 0.15, 0) == first);
  CHECK(after_uptake(first, 0.15, 4) == ClassCounts{8, 2, 85, 25});
  CHECK(after_uptake(first, 0.15, 8) == ClassCounts{7, 2, 72, 39});
  CHECK(after_uptake(first, 1.0, 1) == ClassCounts{0, 0, 0, 120});
}

TEST_CASE("no more handsets of a class move than it has") {
  CHECK(with_subsidies({2, 0, 5, 1}, {3, 1, 2, 0}) == ClassCounts{0, 0, 3, 5});
}
