#include "sim/sunset/model/replay.h"

#include <doctest/doctest.h>

#include "tests/sunset/three_hamlets.h"

using namespace phusong;
using namespace phusong::sunset;
using tests::three_hamlets;

namespace {

constexpr std::size_t kVoice2g = bit_index(Service::kVoice, 0);
constexpr std::size_t kVoiceVolte = bit_index(Service::kVoice, kVolteIndex);

}  // namespace

TEST_CASE("a replay has the state before in period 0, and cells and carriers from their periods on") {
  const SunsetModel model = three_hamlets();
  Schedule schedule(model);
  schedule.off_period[1] = 1;
  schedule.on_period[1] = 2;
  const auto weights = replay_weights(model, schedule);
  REQUIRE(weights.size() == 4);
  CHECK(weights[0][1].of[kVoice2g] == 1.0);
  CHECK(weights[1][1].of[kVoice2g] == 0.0);
  CHECK(weights[1][1].of[kVoiceVolte] == 0.0);
  CHECK(weights[2][1].of[kVoiceVolte] == 1.0);
  CHECK(weights[3][2].of[kVoice2g] == 1.0);
}

TEST_CASE("handsets given in later periods do not count earlier") {
  const SunsetModel model = three_hamlets();
  Schedule schedule(model);
  schedule.subsidies = {{1, 1, {1, 0, 0, 0}}, {1, 3, {1, 0, 0, 0}}};
  CHECK(subsidised_until(model, schedule, 0)[1] == ClassCounts{});
  CHECK(subsidised_until(model, schedule, 2)[1] == ClassCounts{1, 0, 0, 0});
  CHECK(subsidised_until(model, schedule, 3)[1] == ClassCounts{2, 0, 0, 0});
  CHECK(schedule.subsidies_of(1).size() == 2);
  CHECK(schedule.subsidies_of(2).empty());
}

TEST_CASE("floors hold throughout only where handsets come no later than the cell goes") {
  const SunsetModel model = three_hamlets();
  Schedule schedule(model);
  CHECK(floors_hold_throughout(model, schedule));
  schedule.off_period[1] = schedule.on_period[1] = 2;
  CHECK_FALSE(floors_hold_throughout(model, schedule));
  schedule.subsidies = {{1, 2, {2, 0, 0, 0}}};
  CHECK(floors_hold_throughout(model, schedule));
  schedule.subsidies.front().period = 3;
  CHECK_FALSE(floors_hold_throughout(model, schedule));
}
