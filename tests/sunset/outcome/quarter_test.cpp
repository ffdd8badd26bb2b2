#include "sim/sunset/outcome/quarter.h"

#include <doctest/doctest.h>

using namespace phusong;
using namespace phusong::sunset;

TEST_CASE("quarters follow each other over the years") {
  const Quarter start = parse_quarter("2024-Q4");
  CHECK(start.name() == "2024-Q4");
  CHECK(start.plus(7).name() == "2026-Q3");
  CHECK(start.plus(-1).first_day() == "2024-07-01");
  CHECK(start.plus(1).first_day() == "2025-01-01");
}
