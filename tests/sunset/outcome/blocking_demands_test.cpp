#include "sim/sunset/outcome/blocking_demands.h"

#include <doctest/doctest.h>

#include "tests/sunset/three_hamlets.h"

using namespace phusong;
using namespace phusong::sunset;
using tests::three_hamlets;

namespace {

/// All cells but that of the second hamlet go off, with the handsets that it takes.
Schedule all_but_the_second(const SunsetModel& model) {
  Schedule schedule(model);
  schedule.off_period = {1, kNever, 1};
  schedule.on_period = {kNever, kNever, 1};
  schedule.subsidies = {{0, 1, {2, 0, 0, 0}}, {2, 1, {2, 0, 0, 0}}};
  return schedule;
}

}  // namespace

TEST_CASE("nobody blocks where everything goes off") {
  const SunsetModel model = three_hamlets();
  Schedule schedule(model);
  schedule.off_period = {1, 1, 1};
  CHECK(blocking_demands(model, schedule).empty());
}

TEST_CASE("a hamlet whose handsets are too old blocks, and handsets are its remedy") {
  const SunsetModel model = three_hamlets();
  const auto blocking = blocking_demands(model, all_but_the_second(model));
  REQUIRE(blocking.size() == 1);
  CHECK(blocking[0].hamlet == 1);
  CHECK(blocking[0].service == Service::kVoice);
  CHECK(blocking[0].binding_class == HandsetClass::k2gOnly);
  CHECK(blocking[0].floor == 1.0);
  CHECK(blocking[0].share == doctest::Approx(0.8));
  CHECK(blocking[0].cells == std::vector<std::string>{"C1"});
  REQUIRE(blocking[0].remedies.size() == 1);
  CHECK(blocking[0].remedies[0].kind == Remedy::Kind::kHandsets);
  CHECK(blocking[0].remedies[0].handsets == 2);
  CHECK(blocking[0].remedies[0].cost_million_vnd == 1.0);
}

TEST_CASE("a carrier that is blocked for good is a remedy with the handsets beside it") {
  SunsetModel model = three_hamlets();
  model.carriers[1].blocked_for_good = true;
  const auto blocking = blocking_demands(model, all_but_the_second(model));
  REQUIRE(blocking.size() == 1);
  CHECK(blocking[0].share == 0.0);
  CHECK(blocking[0].binding_class == HandsetClass::kVolte);
  REQUIRE(blocking[0].remedies.size() == 1);
  CHECK(blocking[0].remedies[0].kind == Remedy::Kind::kRefarm);
  CHECK(blocking[0].remedies[0].carrier == CarrierIndex{1});
  CHECK(blocking[0].remedies[0].site == std::size_t{1});
  CHECK(blocking[0].remedies[0].handsets == 2);
  CHECK(blocking[0].remedies[0].cost_million_vnd == 601.0);
}

TEST_CASE("the cheapest remedy comes first, and demands without one before all others") {
  SunsetModel model = three_hamlets();
  model.carriers[1].links.clear();
  model.carriers[2].blocked_for_good = true;
  tests::add_swap(model);
  model.swaps[0].cost_million_vnd = 100.0;
  Schedule schedule(model);
  schedule.off_period = {1, kNever, kNever};
  schedule.subsidies = {{0, 1, {2, 0, 0, 0}}};
  const auto blocking = blocking_demands(model, schedule);
  REQUIRE(blocking.size() == 2);
  CHECK(blocking[0].hamlet == 1);
  CHECK(blocking[0].remedies.empty());
  CHECK(blocking[1].hamlet == 2);
  REQUIRE(blocking[1].remedies.size() == 2);
  CHECK(blocking[1].remedies[0].kind == Remedy::Kind::kSwap);
  CHECK(blocking[1].remedies[0].cost_million_vnd == 101.0);
  CHECK(blocking[1].remedies[1].kind == Remedy::Kind::kRefarm);
}

TEST_CASE("a remedy on a mast that has new equipment costs no radio") {
  SunsetModel model = three_hamlets();
  model.carriers[1].blocked_for_good = true;
  model.carriers[1].site = 2;
  const auto blocking = blocking_demands(model, all_but_the_second(model));
  REQUIRE(blocking.size() == 1);
  REQUIRE(blocking[0].remedies.size() == 1);
  CHECK(blocking[0].remedies[0].kind == Remedy::Kind::kRefarm);
  CHECK(blocking[0].remedies[0].cost_million_vnd == 1.0);
}

TEST_CASE("equipment that saves no handset is no remedy") {
  SunsetModel model = three_hamlets();
  tests::add_swap(model);
  Schedule schedule(model);
  schedule.off_period = {kNever, kNever, kNever};
  const auto blocking = blocking_demands(model, schedule);
  REQUIRE(blocking.size() == 3);
  CHECK(blocking[2].hamlet == 2);
  REQUIRE(blocking[2].remedies.size() == 1);
  CHECK(blocking[2].remedies[0].kind == Remedy::Kind::kHandsets);
}

TEST_CASE("a demand of which data would break blocks by data") {
  SunsetModel model = three_hamlets();
  model.carriers[1].links.clear();
  model.cells[1].links[0].services = tests::services_on(network::Technology::k4G);
  model.demands[1].voice_floor = 0.0;
  model.demands[1].data_floor = 0.8;
  const auto blocking = blocking_demands(model, all_but_the_second(model));
  REQUIRE(blocking.size() == 1);
  CHECK(blocking[0].service == Service::kData);
  CHECK(blocking[0].floor == 0.8);
}
