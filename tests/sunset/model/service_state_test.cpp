#include "sim/sunset/model/service_state.h"

#include <doctest/doctest.h>

#include "sim/sunset/model/links_by_demand.h"
#include "sim/sunset/model/subsidy_need.h"
#include "tests/sunset/three_hamlets.h"

using namespace phusong;
using namespace phusong::sunset;
using tests::three_hamlets;

TEST_CASE("a service lasts as long as one cell gives it, or always where a cell that stays does") {
  SunsetModel model = three_hamlets();
  model.cells[2].links.push_back({.demand_class = 1, .services = tests::services_on(network::Technology::k2G)});
  ServiceState state(model);
  const ServiceMask before = state.services_at(1);
  state.switch_off(model.cells[1].links);
  CHECK(state.services_at(1) == before);
  state.switch_off(model.cells[2].links);
  CHECK(state.services_at(1) == 0);
  state.switch_on(model.cells[1].links);
  CHECK(state.services_at(1) == before);
  state.switch_off(model.cells[0].links);
  CHECK(state.services_at(0) == tests::services_on(network::Technology::k4G));
}

TEST_CASE("the weights of a demand add up over its classes, and shares over its handsets") {
  SunsetModel model = three_hamlets();
  model.demand_classes[2].weight = 0.75;
  const ServedWeights weights = ServiceState(model).weights_of(2);
  CHECK(weights.of[bit_index(Service::kVoice, 0)] == 0.75);
  CHECK(weights.of[bit_index(Service::kData, kVolteIndex)] == 0.0);
  const Shares shares = shares_of(weights, {2, 0, 0, 8});
  CHECK(shares.voice == 0.75);
  CHECK(shares.data == 0.0);
  CHECK(shares_of(weights, {}).voice == 0.0);
}

TEST_CASE("with everything off a demand needs handsets for all that VoLTE serves") {
  SunsetModel model = three_hamlets();
  const auto needs = needs_with_all_off(model, 1);
  for (const auto& need : needs) {
    REQUIRE(need);
    CHECK(*need == ClassCounts{2, 0, 0, 0});
  }
  model.carriers[1].blocked_for_good = true;
  CHECK_FALSE(needs_with_all_off(model, 1)[1]);
  model.uptake_per_year = 1.0;
  CHECK(needs_with_all_off(model, 1)[2] == ClassCounts{});
}

TEST_CASE("cells are known by demand, and carriers by every cell that they wait for") {
  const SunsetModel model = three_hamlets();
  CHECK(cells_of_demands(model) == std::vector<std::vector<CellIndex>>{{0}, {1}, {2}});
  CHECK(carriers_waiting_for_cells(model) == std::vector<std::vector<CarrierIndex>>{{0}, {0, 1}, {2}});
}
