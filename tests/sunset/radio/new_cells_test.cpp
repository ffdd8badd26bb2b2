#include "sim/sunset/radio/new_cells.h"

#include <doctest/doctest.h>

#include "sim/sunset/radio/sunset_costs.h"
#include "tests/sunset/three_hamlets.h"

using namespace phusong;
using namespace phusong::sunset;
using network::Technology;
using tests::ThreeHamlets;

TEST_CASE("every cell that can go off in the band of the carrier has one") {
  ThreeHamlets world;
  const NewCells& cells = world.radio.new_cells;
  REQUIRE(cells.refarmed.size() == 3);
  CHECK(cells.refarmed[1].replaces == 1);
  CHECK(cells.refarmed[1].cell.cell_id == "C1-4G-947.5");
  CHECK(cells.refarmed[1].cell.technology == Technology::k4G);
  CHECK(cells.refarmed[1].cell.channel_low_mhz == 945.0);
  CHECK(cells.swaps.empty());
}

TEST_CASE("exempt cells, cells of masts that are off and cells of another band have no carrier") {
  ThreeHamlets world;
  network::Network& network = world.scenario.network;
  network.cells[0].exempt = true;
  network.sites[1].status = network::SiteStatus::kPlanned;
  network.cells[2].frequency_mhz = 1815.0;
  CHECK(make_new_cells(world.scenario).refarmed.empty());
  CHECK_FALSE(can_go_off(network, network.cells[0], Technology::k2G));
  CHECK_FALSE(can_go_off(network, network.cells[1], Technology::k2G));
  CHECK(can_go_off(network, network.cells[2], Technology::k2G));
  CHECK_FALSE(can_go_off(network, network.cells[3], Technology::k2G));
}

TEST_CASE("with a budget, masts that have nothing else can get equipment of the newer technology") {
  ThreeHamlets world;
  world.options().swap_budget_million_vnd = 600.0;
  const NewCells cells = make_new_cells(world.scenario);
  REQUIRE(cells.swaps.size() == 2);  // the first mast has 4G
  CHECK(cells.swaps[0].site == 1);
  REQUIRE_FALSE(cells.swaps[0].cells.empty());
  CHECK(cells.swaps[0].cells[0].cell_id == "S1-swap-4G-1");
  CHECK(cells.swaps[0].cells[0].antenna_height_agl_m == 38.0);
  CHECK(cells.swaps[0].cells[0].site == 1);
}

TEST_CASE("cells are counted through: the network's, then the refarmed, then those of the swaps") {
  ThreeHamlets world;
  world.options().swap_budget_million_vnd = 600.0;
  const AllCells all = all_cells(world.scenario.network, make_new_cells(world.scenario));
  CHECK(all.first_refarmed == 4);
  CHECK(all.first_swap == 7);
  CHECK(all.kind_of(3) == CellKind::kExisting);
  CHECK(all.kind_of(4) == CellKind::kRefarmed);
  CHECK(all.kind_of(7) == CellKind::kSwap);
  CHECK(all.refarmed(2).cell_id == "C2-4G-947.5");
}

TEST_CASE("costs come from the table, and are 0 where it has no row") {
  const ThreeHamlets world;
  const SunsetCosts costs = sunset_costs(world.scenario.plan_tables, Technology::k4G);
  CHECK(costs.handset_million_vnd == 0.5);
  CHECK(costs.radio_million_vnd == 600.0);
  CHECK(sunset_costs(world.scenario.plan_tables, Technology::k5G).radio_million_vnd == 0.0);
}

TEST_CASE("only what changes cells or signals needs the radio side anew") {
  const scenario::SunsetOptions options;
  const auto with = [&](auto change) {
    scenario::SunsetOptions other = options;
    change(other);
    return has_same_radio(options, other);
  };
  CHECK(with([](scenario::SunsetOptions& o) { o.subsidised_handsets_per_period += 1; }));
  CHECK(with([](scenario::SunsetOptions& o) { o.periods += 1; }));
  CHECK_FALSE(with([](scenario::SunsetOptions& o) { o.guard_level_dbm += 1.0; }));
  CHECK_FALSE(with([](scenario::SunsetOptions& o) { o.refarm.bandwidth_mhz += 5.0; }));
  CHECK_FALSE(with([](scenario::SunsetOptions& o) { o.swap_budget_million_vnd += 1.0; }));
  CHECK_FALSE(with([](scenario::SunsetOptions& o) { o.technology = Technology::k2G; }));
}
