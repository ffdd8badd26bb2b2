#include "sim/planning/backhaul/share.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <random>

#include "sim/planning/backhaul/backhaul_check.h"
#include "tests/planning/backhaul/backhaul_world.h"

using namespace phusong;
using namespace phusong::tests;
using network::Backhaul;
using planning::Medium;

namespace {

struct Shared {
  planning::SharedBackhaul backhaul;
  double own = 0.0, shared = 0.0, least = 0.0;
};

/// Shares, and sees that the check is content.
Shared share(const scenario::Scenario& scenario, const gis::Terrain& terrain,
             const std::vector<planning::BackhaulNode>& stations,
             const std::vector<planning::BackhaulNode>& relay_locations = {}) {
  const planning::BackhaulFinder finder(scenario, terrain, relay_locations);
  progress::Progress progress;
  const auto routes = finder.cheapest_routes(stations, progress);
  Shared result;
  result.backhaul = planning::share_backhaul(finder, stations, routes, progress);
  for (const auto& route : routes)
    result.own += route.cost().objective_million_vnd(5.0);
  result.shared = result.backhaul.cost.objective_million_vnd(5.0);
  for (const double least : finder.least_link_objectives(stations))
    result.least += least;
  const auto faults = planning::check_backhaul(scenario, terrain, stations, result.backhaul);
  CHECK_MESSAGE(faults.empty(), (faults.empty() ? "" : faults.front()));
  return result;
}

std::map<Medium, int> count_media(const planning::SharedBackhaul& backhaul) {
  std::map<Medium, int> count;
  for (const auto& link : backhaul.links)
    ++count[link.medium];
  return count;
}

// Four stations and a fibre node on flat ground; each way to go on is tried for each station.
class BruteForce {
 public:
  static constexpr int kStations = 4, kFibreNode = 4;

  explicit BruteForce(std::array<gis::MapPoint, 5> places) : places_(places) {}

  double least_cost() {
    try_station(0, 0.0);
    return least_;
  }

 private:
  struct Choice {
    Medium medium = Medium::kSatellite;
    int parent = 0;
  };

  void try_station(int station, double cost) {
    if (station == kStations) {
      if (is_valid()) least_ = std::min(least_, cost);
      return;
    }
    choices_[station] = {Medium::kSatellite, 0};
    try_station(station + 1, cost + 1000.0);
    for (int parent = 0; parent <= kFibreNode; ++parent) {
      if (parent == station) continue;
      const double km =
          std::hypot(places_[station].x_m - places_[parent].x_m, places_[station].y_m - places_[parent].y_m) / 1000.0;
      choices_[station] = {Medium::kFibre, parent};
      try_station(station + 1, cost + 200.0 * km);
      if (parent == kFibreNode) continue;  // no mast there
      choices_[station] = {Medium::kMicrowave, parent};
      try_station(station + 1, cost + 300.0);
    }
  }

  bool is_valid() const {
    std::array<int, kStations> microwave_links{};
    for (int station = 0; station < kStations; ++station) {
      if (!reaches_fibre(station)) return false;
      if (choices_[station].medium != Medium::kMicrowave) continue;
      ++microwave_links[station];
      ++microwave_links[choices_[station].parent];
    }
    return std::ranges::all_of(microwave_links, [](int links) { return links <= 2; });
  }

  bool reaches_fibre(int station) const {
    bool on_fibre = false;
    int hops = 0;
    for (int at = station, steps = 0; at != kFibreNode; at = choices_[at].parent) {
      const Medium medium = choices_[at].medium;
      if (medium == Medium::kSatellite) return at == station;
      if (++steps > kStations || (on_fibre && medium != Medium::kFibre)) return false;
      on_fibre = medium == Medium::kFibre;
      hops += on_fibre ? 0 : 1;
    }
    return hops <= 2;
  }

  std::array<gis::MapPoint, 5> places_;
  std::array<Choice, kStations> choices_;
  double least_ = std::numeric_limits<double>::infinity();
};

}  // namespace

TEST_CASE("stations in a row share a trench") {
  scenario::Scenario scenario = backhaul_scenario();
  add_hamlet(scenario, "village", at(1000, 9000)).fixed_broadband = true;
  const auto result = share(scenario, ridge_terrain(100.0F),
                            {node_at(scenario, "b", at(5000, 9000)), node_at(scenario, "a", at(4000, 9000)),
                             node_at(scenario, "c", at(6000, 9000))});
  CHECK(result.own == doctest::Approx(30.0 + 40.0 + 50.0));
  CHECK(result.shared == doctest::Approx(50.0));
  CHECK(result.least == doctest::Approx(30.0));
  const auto& route = result.backhaul.route_of_station.at(2);
  CHECK(route.links.size() == 3);
  CHECK(route.links.back().to == "village");
}

TEST_CASE("two stations behind a ridge share its relay") {
  scenario::Scenario scenario = backhaul_scenario();
  set_cost(scenario, "fibre_per_km", 1000.0);
  add_mast(scenario, "fibre", at(3000, 9000), Backhaul::kFibre);
  const auto result = share(scenario, ridge_terrain(300.0F),
                            {node_at(scenario, "a", at(17000, 9000)), node_at(scenario, "b", at(17000, 10000))},
                            {node_at(scenario, "top", at(10000, 9000), 0.0)});
  CHECK(result.own == doctest::Approx(800.0));
  CHECK(result.shared == doctest::Approx(500.0));
  CHECK(result.backhaul.relays.size() == 1);
}

TEST_CASE("a station pays for a dearer link where its neighbours then need no satellite") {
  scenario::Scenario scenario = backhaul_scenario();
  set_cost(scenario, "fibre_per_km", 120.0);
  add_hamlet(scenario, "village", at(1000, 9000)).fixed_broadband = true;
  const auto result = share(scenario, ridge_terrain(100.0F),
                            {node_at(scenario, "hub", at(11000, 9000)), node_at(scenario, "b", at(12500, 9000)),
                             node_at(scenario, "c", at(12500, 10500))});
  CHECK(result.own == doctest::Approx(3000.0));
  CHECK(result.shared == doctest::Approx(1400.0));
}

TEST_CASE("no mast gets more microwave links than allowed, existing ones neither") {
  scenario::Scenario scenario = backhaul_scenario();
  set_cost(scenario, "fibre_per_km", 1000.0);
  scenario.options.backhaul.max_links_per_node = 2;
  add_mast(scenario, "fibre", at(9000, 9000), Backhaul::kFibre);
  std::vector<planning::BackhaulNode> stations;
  for (int i = 0; i < 6; ++i)
    stations.push_back(node_at(scenario, fmt::format("s{}", i), at(4000.0 + 1000.0 * i, 12000)));
  const auto media = [&](int max_hops) {
    scenario.options.backhaul.max_hops = max_hops;
    return count_media(share(scenario, ridge_terrain(100.0F), stations).backhaul);
  };
  CHECK(media(3)[Medium::kMicrowave] == 6);
  CHECK(media(2)[Medium::kMicrowave] == 4);
  CHECK(media(2)[Medium::kSatellite] == 2);
}

TEST_CASE("shared backhaul of a few stations costs what brute force finds, or a little more") {
  scenario::Scenario scenario = backhaul_scenario();
  set_cost(scenario, "fibre_per_km", 200.0);
  set_cost(scenario, "microwave_hop", 300.0);
  scenario.options.backhaul.max_hops = 2;
  scenario.options.backhaul.max_links_per_node = 2;
  const gis::Terrain flat = ridge_terrain(100.0F);
  std::mt19937 random(5);
  std::uniform_real_distribution<double> metres(5000.0, 13000.0);
  int exact = 0;
  constexpr int kTrials = 30;
  for (int trial = 0; trial < kTrials; ++trial) {
    CAPTURE(trial);
    std::array<gis::MapPoint, 5> places;
    for (gis::MapPoint& place : places)
      place = at(metres(random), metres(random));
    add_fibre_node(scenario, "node", places[4]);
    std::vector<planning::BackhaulNode> stations;
    for (std::size_t i = 0; i < 4; ++i)
      stations.push_back(node_at(scenario, fmt::format("s{}", i), places[i], 42.0));
    const auto result = share(scenario, flat, stations);
    scenario.plan_tables.fibre_nodes.reset();
    const double least = BruteForce(places).least_cost();
    CHECK(result.shared <= result.own + 1e-6);
    CHECK(result.shared >= least - 1e-6);
    CHECK(result.shared <= 1.15 * least);
    CHECK(result.least <= least + 1e-6);
    if (result.shared < least + 1e-6) ++exact;
  }
  CHECK(exact >= kTrials * 3 / 4);
}

TEST_CASE("the check finds a link that is missing, blocked, too long, or priced wrongly") {
  scenario::Scenario scenario = backhaul_scenario();
  set_cost(scenario, "fibre_per_km", 1000.0);
  add_mast(scenario, "fibre", at(3000, 9000), Backhaul::kFibre);
  const std::vector stations = {node_at(scenario, "a", at(17000, 9000)), node_at(scenario, "b", at(17000, 10000))};
  const gis::Terrain terrain = ridge_terrain(300.0F);
  const auto good = share(scenario, terrain, stations, {node_at(scenario, "top", at(10000, 9000), 0.0)}).backhaul;
  const auto faults_of = [&](const planning::SharedBackhaul& backhaul) {
    return planning::check_backhaul(scenario, terrain, stations, backhaul).size();
  };

  auto missing = good;
  missing.links.pop_back();
  CHECK(faults_of(missing) > 0);
  auto free_of_charge = good;
  free_of_charge.cost.capex_million_vnd -= 1.0;
  CHECK(faults_of(free_of_charge) == 1);
  auto blocked = good;
  for (auto& link : blocked.links) {
    if (link.from == "a") link.to = "fibre";
  }
  CHECK(faults_of(blocked) > 0);
  CHECK(planning::check_backhaul(scenario, ridge_terrain(400.0F), stations, good).empty());
  scenario.options.backhaul.max_hops = 1;
  CHECK(faults_of(good) == 2);
  scenario.options.backhaul.max_hops = 4;
  scenario.options.backhaul.max_links_per_node = 1;
  CHECK(faults_of(good) > 0);
  scenario.options.backhaul.max_links_per_node = 4;
  CHECK(faults_of(good) == 0);
  scenario.options.backhaul.max_hop_km = 5.0;
  CHECK(faults_of(good) == 2);
}
