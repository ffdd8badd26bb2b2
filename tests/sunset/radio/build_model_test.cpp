#include "sim/sunset/radio/build_model.h"

#include <doctest/doctest.h>

#include "tests/sunset/three_hamlets.h"

using namespace phusong;
using namespace phusong::sunset;
using tests::ThreeHamlets;

namespace {

void check_same_links(const std::vector<Link>& a, const std::vector<Link>& b) {
  REQUIRE(a.size() == b.size());
  for (std::size_t i = 0; i < a.size(); ++i) {
    CHECK(a[i].demand_class == b[i].demand_class);
    CHECK(a[i].services == b[i].services);
    CHECK(a[i].own_operator == b[i].own_operator);
  }
}

}  // namespace

TEST_CASE("the model of a scenario is the one written down by hand") {
  const ThreeHamlets world;
  const BuiltModel built = build_model(world.scenario, world.radio);
  const SunsetModel expected = tests::three_hamlets();
  CHECK(built.cell_of == std::vector<std::size_t>{0, 1, 2});
  CHECK(built.model.periods == expected.periods);
  CHECK(built.model.subsidies_per_period == expected.subsidies_per_period);
  CHECK(built.model.costs.radio_million_vnd == expected.costs.radio_million_vnd);
  REQUIRE(built.model.demands.size() == 3);
  REQUIRE(built.model.demand_classes.size() == 3);
  for (std::size_t i = 0; i < 3; ++i) {
    CAPTURE(i);
    const Demand &demand = built.model.demands[i], &hand = expected.demands[i];
    CHECK(demand.initial == hand.initial);
    CHECK(demand.population == hand.population);
    CHECK(demand.voice_floor == hand.voice_floor);
    CHECK(demand.data_floor == hand.data_floor);
    CHECK(built.model.demand_classes[i].fixed == expected.demand_classes[i].fixed);
    CHECK(built.model.cells[i].name == expected.cells[i].name);
    CHECK(built.model.carriers[i].blockers == expected.carriers[i].blockers);
    check_same_links(built.model.cells[i].links, expected.cells[i].links);
    check_same_links(built.model.carriers[i].links, expected.carriers[i].links);
  }
}

TEST_CASE("points that the same cells cover are one demand class") {
  ThreeHamlets world;
  world.radio.signals.points = {{.hamlet = 0, .point = 0, .weight = 0.5},
                                {.hamlet = 0, .point = 1, .weight = 0.25},
                                {.hamlet = 0, .point = 2, .weight = 0.25}};
  world.radio.signals.signals = {{0, 0, -70.0, true}, {0, 1, -70.0, true}};
  const SunsetModel model = build_model(world.scenario, world.radio).model;
  REQUIRE(model.demands[0].end_class - model.demands[0].first_class == 2);
  double served = 0.0;
  for (const Link& link : model.cells[0].links)
    served += model.demand_classes[link.demand_class].weight;
  CHECK(served == 0.75);
  CHECK(model.demands[0].voice_floor == doctest::Approx(0.75));
  CHECK(model.demands[1].first_class == model.demands[1].end_class);
}

TEST_CASE("a cell that never goes off blocks a carrier for good") {
  ThreeHamlets world;
  world.scenario.network.cells[1].exempt = true;
  world.radio.new_cells = make_new_cells(world.scenario);
  world.radio.signals.signals = {{0, 0, -70.0, true}, {1, 0, -90.0, false}, {4, 0, -92.0, true}};
  const SunsetModel model = build_model(world.scenario, world.radio).model;
  REQUIRE(model.carriers.size() == 2);
  CHECK(model.carriers[0].blocked_for_good);
  CHECK(model.carriers[0].useful);
  CHECK_FALSE(model.carriers[1].useful);
}

TEST_CASE("a carrier that covers no point is not useful, whatever the other carriers of its mast cover") {
  ThreeHamlets world;
  world.scenario.network.cells[1].site = 0;
  world.radio.new_cells = make_new_cells(world.scenario);
  std::erase_if(world.radio.signals.signals, [](const Signal& signal) { return signal.cell == 5; });
  const SunsetModel model = build_model(world.scenario, world.radio).model;
  REQUIRE(model.carriers[0].site == model.carriers[1].site);
  CHECK(model.carriers[0].useful);
  CHECK_FALSE(model.carriers[1].useful);
}

TEST_CASE("floors are no higher than the scenario's") {
  ThreeHamlets world;
  world.options().voice_floor = 0.9;
  world.options().data_floor = 0.5;
  const SunsetModel model = build_model(world.scenario, world.radio).model;
  CHECK(model.demands[0].voice_floor == 0.9);
  CHECK(model.demands[0].data_floor == 0.5);
  CHECK(model.demands[1].data_floor == 0.0);
}

TEST_CASE("another operator's handsets are served with national roaming alone") {
  ThreeHamlets world;
  world.scenario.network.operators = {"A", "B"};
  const SunsetModel without = build_model(world.scenario, world.radio).model;
  CHECK(without.demands.size() == 6);
  CHECK(without.demands[3].voice_floor == 0.0);
  world.options().national_roaming = true;
  const SunsetModel with = build_model(world.scenario, world.radio).model;
  CHECK(with.demands[3].voice_floor > 0.0);
  REQUIRE(with.cells[1].links.size() == 2);
  CHECK(with.cells[1].links[0].own_operator);
  CHECK_FALSE(with.cells[1].links[1].own_operator);
}
