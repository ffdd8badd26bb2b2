#include "sim/sunset/bound/presolve.h"

#include <doctest/doctest.h>

#include "sim/sunset/bound/components.h"
#include "sim/sunset/bound/packing_bound.h"
#include "tests/sunset/three_hamlets.h"

using namespace phusong;
using namespace phusong::sunset;
using tests::three_hamlets;

TEST_CASE("presolve fixes nothing where handsets can replace every cell") {
  const Fixings fixings = presolve(three_hamlets(), 1);
  CHECK(fixings.cells == std::vector<Fixing>(3, Fixing::kFree));
  CHECK(fixings.carriers == std::vector<Fixing>(3, Fixing::kFree));
  CHECK(fixings.redundant == std::vector<bool>(3, false));
}

TEST_CASE("presolve keeps a cell that a floor breaks without, and with it off every carrier that waits for it") {
  SunsetModel model = three_hamlets();
  model.carriers[1].blocked_for_good = true;
  const Fixings fixings = presolve(model, 1);
  CHECK(fixings.cells == std::vector<Fixing>{Fixing::kFree, Fixing::kOn, Fixing::kFree});
  CHECK(fixings.carriers == std::vector<Fixing>{Fixing::kOff, Fixing::kOff, Fixing::kFree});
  CHECK(fixings.redundant == std::vector<bool>{false, true, false});
}

TEST_CASE("presolve keeps cells where the handsets of all periods so far are too few for one demand") {
  SunsetModel model = three_hamlets();
  model.subsidies_per_period = 1;
  CHECK(presolve(model, 1).cells == std::vector<Fixing>(3, Fixing::kOn));
  CHECK(presolve(model, 2).cells == std::vector<Fixing>(3, Fixing::kFree));
}

TEST_CASE(
    "presolve switches off a cell that serves redundant demands alone, and starts the carrier that waits for nothing "
    "else") {
  SunsetModel model = three_hamlets();
  model.demands[2].voice_floor = 0.0;
  const Fixings fixings = presolve(model, 1);
  CHECK(fixings.redundant == std::vector<bool>{false, false, true});
  CHECK(fixings.cells[2] == Fixing::kOff);
  CHECK(fixings.carriers[2] == Fixing::kOn);
}

TEST_CASE("presolve with cells gone concludes from there") {
  SunsetModel model = three_hamlets();
  model.cells[0].links.push_back({.demand_class = 1, .services = tests::services_on(network::Technology::k2G)});
  model.subsidies_per_period = 0;
  CHECK(presolve(model, 1).cells == std::vector<Fixing>{Fixing::kOn, Fixing::kOff, Fixing::kOn});
  model.demands[0].voice_floor = 0.0;
  const Fixings fixings = presolve(model, 1, {0});
  CHECK(fixings.cells == std::vector<Fixing>{Fixing::kOff, Fixing::kOn, Fixing::kOn});
}

TEST_CASE("components are cut where nothing but handsets joins them") {
  const SunsetModel model = three_hamlets();
  const std::vector<Component> components = connected_components(model, presolve(model, 2), 2);
  REQUIRE(components.size() == 3);
  CHECK(components[0].demands == std::vector<DemandIndex>{0});
  CHECK(components[2].cells == std::vector<CellIndex>{2});
  for (const Component& component : components) {
    CHECK(component.model.periods == 1);
    CHECK(component.model.subsidies_per_period == 20);
  }
}

TEST_CASE("a carrier joins the demands that it serves with all cells that it waits for") {
  SunsetModel model = three_hamlets();
  model.demand_classes[0].fixed = 0;
  model.demands[0].data_floor = 0.0;
  const std::vector<Component> components = connected_components(model, presolve(model, 1), 1);
  REQUIRE(components.size() == 2);
  CHECK(components[0].demands == std::vector<DemandIndex>{0, 1});
  REQUIRE(components[0].model.carriers.size() == 2);
  const Carrier& first = components[0].model.carriers[0];
  CHECK(components[0].cells[first.replaces] == 0);
  REQUIRE(first.blockers.size() == 1);
  CHECK(components[0].cells[first.blockers[0]] == 1);
}

TEST_CASE("a swap belongs to the component of the demand that it serves") {
  SunsetModel model = three_hamlets();
  tests::add_swap(model);
  const std::vector<Component> components = connected_components(model, presolve(model, 1), 1);
  REQUIRE(components.size() == 3);
  CHECK(components[1].model.swaps.empty());
  CHECK(components[2].model.swaps.size() == 1);
}

TEST_CASE("one component of everything has all free cells and no redundant demand") {
  SunsetModel model = three_hamlets();
  model.demands[2].voice_floor = 0.0;
  const Component all = single_component(model, presolve(model, 1), 1);
  CHECK(all.demands == std::vector<DemandIndex>{0, 1});
  CHECK(all.cells == std::vector<CellIndex>{0, 1});
}

TEST_CASE("the packing bound counts demands without a common cell that no number of handsets helps") {
  SunsetModel model = three_hamlets();
  CHECK(packing_bound(model) == 0);
  model.carriers.clear();
  CHECK(packing_bound(model) == 2);  // hamlet 0 has 4G from a cell that stays
  model.subsidies_per_period = 1;
  CHECK(packing_bound(model) == 3);
  model.cells[1].links.push_back({.demand_class = 2, .services = tests::services_on(network::Technology::k2G)});
  CHECK(packing_bound(model) == 2);
}
