#include "sim/planning/backhaul/existing_backhaul.h"

#include <doctest/doctest.h>

#include "tests/planning/backhaul/backhaul_world.h"

using namespace phusong;
using namespace phusong::tests;
using network::Backhaul;
using planning::existing_backhaul;
using planning::ExistingBackhaul;

namespace {

ExistingBackhaul backhaul_of_mast(Backhaul backhaul) {
  scenario::Scenario scenario = backhaul_scenario();
  add_mast(scenario, "M", at(1000, 1000), backhaul);
  return existing_backhaul(scenario);
}

std::size_t masts_found(const scenario::Scenario& scenario) {
  const ExistingBackhaul existing = existing_backhaul(scenario);
  return existing.connected.size() + existing.unconnected.size();
}

}  // namespace

TEST_CASE("a mast with fibre is connected without a hop, and fibre is joined there") {
  const ExistingBackhaul existing = backhaul_of_mast(Backhaul::kFibre);
  REQUIRE(existing.connected.size() == 1);
  CHECK(existing.connected[0].hops == 0);
  CHECK(existing.connected[0].node.mast_height_m == 40.0);
  REQUIRE(existing.fibre_nodes.size() == 1);
  CHECK(existing.fibre_nodes[0].id == "M");
  CHECK(existing.unconnected.empty());
}

TEST_CASE("a mast with microwave is connected at one hop from fibre, which is not joined there") {
  const ExistingBackhaul existing = backhaul_of_mast(Backhaul::kMicrowave);
  REQUIRE(existing.connected.size() == 1);
  CHECK(existing.connected[0].hops == 1);
  CHECK_FALSE(existing.connected[0].node.has_fibre);
  CHECK(existing.fibre_nodes.empty());
}

TEST_CASE("a mast with a satellite terminal, without backhaul or with backhaul not given is not connected") {
  for (const Backhaul backhaul : {Backhaul::kSatellite, Backhaul::kNone, Backhaul::kNotGiven}) {
    const ExistingBackhaul existing = backhaul_of_mast(backhaul);
    CHECK(existing.connected.empty());
    CHECK(existing.fibre_nodes.empty());
    REQUIRE(existing.unconnected.size() == 1);
    CHECK_FALSE(existing.unconnected[0].is_connected);
  }
}

TEST_CASE("masts that are not on air carry nothing, those planned only where they are included") {
  using enum network::SiteStatus;
  scenario::Scenario scenario = backhaul_scenario();
  network::Site& mast = add_mast(scenario, "M", at(1000, 1000), Backhaul::kFibre);
  for (const auto status : {kOff, kCandidate, kPlanned}) {
    mast.status = status;
    CHECK(masts_found(scenario) == 0);
  }
  scenario.network.include_planned = true;
  CHECK(masts_found(scenario) == 1);
}

TEST_CASE("a plan for one operator uses its masts alone, one for any uses all") {
  scenario::Scenario scenario = backhaul_scenario();
  add_mast(scenario, "MA", at(1000, 1000), Backhaul::kFibre, "A");
  add_mast(scenario, "MB", at(2000, 1000), Backhaul::kNone, "B");
  CHECK(masts_found(scenario) == 2);
  scenario.options.plan.operator_name = scenario.network.sites[1].operator_name;
  CHECK(masts_found(scenario) == 1);
  CHECK(existing_backhaul(scenario).fibre_nodes.empty());
}

TEST_CASE("fibre is joined at hamlets with broadband, which have no mast") {
  scenario::Scenario scenario = backhaul_scenario();
  add_hamlet(scenario, "lit", at(1000, 1000)).fixed_broadband = true;
  add_hamlet(scenario, "dark", at(2000, 1000));
  const ExistingBackhaul existing = existing_backhaul(scenario);
  REQUIRE(existing.fibre_nodes.size() == 1);
  CHECK(existing.fibre_nodes[0].id == "lit");
  CHECK(existing.fibre_nodes[0].has_fibre);
  CHECK(existing.fibre_nodes[0].mast_height_m == 0.0);
  CHECK(existing.connected.empty());
}

TEST_CASE("a table of fibre nodes, were it empty, stands for all places where fibre is joined but not for masts") {
  scenario::Scenario scenario = backhaul_scenario();
  add_mast(scenario, "M", at(1000, 1000), Backhaul::kFibre);
  add_hamlet(scenario, "lit", at(3000, 1000)).fixed_broadband = true;
  scenario.plan_tables.fibre_nodes.emplace();
  CHECK(existing_backhaul(scenario).fibre_nodes.empty());
  CHECK(existing_backhaul(scenario).connected.size() == 1);
  add_fibre_node(scenario, "N", at(2000, 1000));
  REQUIRE(existing_backhaul(scenario).fibre_nodes.size() == 1);
  CHECK(existing_backhaul(scenario).fibre_nodes[0].id == "N");
}
