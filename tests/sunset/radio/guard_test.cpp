#include "sim/sunset/radio/guard.h"

#include <doctest/doctest.h>

#include "sim/sunset/radio/signals_by_point.h"
#include "tests/sunset/three_hamlets.h"

using namespace phusong;
using namespace phusong::sunset;
using tests::ThreeHamlets;

TEST_CASE("a carrier waits for a cell of its operator that is heard on its channels where it serves") {
  ThreeHamlets world;
  const auto conflicts = guard_conflicts(world.scenario.network, world.radio, world.options());
  REQUIRE(conflicts.size() == 1);
  CHECK(conflicts[0].refarmed == 0);
  CHECK(conflicts[0].cell == 1);
  CHECK(conflicts[0].point == 0);
  CHECK(conflicts[0].level_dbm == -90.0);
}

TEST_CASE("a cell at the guard level, on other channels or of another operator is no conflict") {
  ThreeHamlets level;
  level.options().guard_level_dbm = -90.0;
  CHECK(guard_conflicts(level.scenario.network, level.radio, level.options()).empty());
  ThreeHamlets channels;
  channels.scenario.network.cells[1].frequency_mhz = 1815.0;
  CHECK(guard_conflicts(channels.scenario.network, channels.radio, channels.options()).empty());
  ThreeHamlets other;
  other.scenario.network.sites[1].operator_name = "B";
  CHECK(guard_conflicts(other.scenario.network, other.radio, other.options()).empty());
}

TEST_CASE("of several points the one where the blocking cell is loudest is told") {
  ThreeHamlets world;
  world.radio.signals.points.push_back({.hamlet = 2, .point = 1, .weight = 0.0});
  world.radio.signals.signals.push_back({1, 3, -85.0, false});
  world.radio.signals.signals.push_back({4, 3, -92.0, true});
  const auto conflicts = guard_conflicts(world.scenario.network, world.radio, world.options());
  REQUIRE(conflicts.size() == 1);
  CHECK(conflicts[0].point == 3);
  CHECK(conflicts[0].level_dbm == -85.0);
}

TEST_CASE("signals are found by point") {
  const ThreeHamlets world;
  const SignalsByPoint by_point(world.radio.signals);
  REQUIRE(by_point.at(0).size() == 4);
  CHECK(by_point.at(0)[0].cell == 0);
  CHECK(by_point.at(0)[3].cell == 4);
  CHECK(by_point.at(2).size() == 2);
}
