#include "tests/sunset/three_hamlets.h"

#include <fmt/format.h>

namespace phusong::tests {

using namespace sunset;
using network::Technology;

bool any_contains(const std::vector<std::string>& texts, const std::string& words) {
  for (const std::string& text : texts)
    if (text.find(words) != std::string::npos) return true;
  return false;
}

SunsetModel three_hamlets() {
  SunsetModel model;
  model.periods = 3;
  model.subsidies_per_period = 10;
  model.refarmed_mhz = 5.0;
  model.costs = {.handset_million_vnd = 0.5, .radio_million_vnd = 600.0};
  model.sites = 3;
  for (std::uint32_t h = 0; h < 3; ++h) {
    model.demands.push_back(
        {.hamlet = h, .population = 100.0 * (h + 1), .initial = {2, 0, 0, 8}, .first_class = h, .end_class = h + 1});
    model.demand_classes.push_back({.demand = h, .weight = 1.0});
    model.cells.push_back({.name = fmt::format("C{}", h),
                           .site = h,
                           .links = {{.demand_class = h, .services = services_on(Technology::k2G)}}});
    model.carriers.push_back(
        {.replaces = h, .site = h, .links = {{.demand_class = h, .services = services_on(Technology::k4G)}}});
  }
  model.demand_classes[0].fixed = services_on(Technology::k4G);
  model.carriers[0].blockers = {1};
  set_floors(model);
  return model;
}

void add_swap(SunsetModel& model) {
  model.swaps.push_back(
      {.site = 2, .cost_million_vnd = 600.0, .links = {{.demand_class = 2, .services = services_on(Technology::k4G)}}});
}

ThreeHamlets::ThreeHamlets()
    : scenario{.folder = {},
               .options = {},
               .crs = gis::WorkingCrs("EPSG:32648"),
               .terrain_source = {},
               .network = {},
               .plan_tables = {},
               .inputs = {},
               .notes = {}} {
  network::Network& network = scenario.network;
  network.operators = {"A"};
  for (std::size_t h = 0; h < 3; ++h) {
    const std::string number = std::to_string(h);
    network.sites.push_back({.site_id = "S" + number, .operator_name = "A", .mast_height_m = 40.0});
    network.cells.push_back(
        {.cell_id = "C" + number, .site = h, .technology = Technology::k2G, .frequency_mhz = 947.5});
    network::Hamlet hamlet;
    hamlet.hamlet_id = "H" + number;
    hamlet.name = "Bản " + number;
    hamlet.population = static_cast<std::int64_t>(100 * (h + 1));
    hamlet.handsets = 10;
    hamlet.share_2g_only = 0.2;
    hamlet.share_volte = 0.8;
    network.hamlets.push_back(hamlet);
    radio.signals.points.push_back({.hamlet = h, .point = 0, .weight = 1.0});
  }
  network.cells.push_back({.cell_id = "C3", .site = 0, .technology = Technology::k4G, .frequency_mhz = 1842.5});
  scenario.plan_tables.costs = {{"handset", "handset", 0.5, 0.0}, {"radio_4g", "site", 600.0, 60.0}};
  options() = {.technology = Technology::k2G,
               .periods = 3,
               .handset_uptake_per_year = 0.0,
               .subsidised_handsets_per_period = 10,
               .refarm = {.to = Technology::k4G, .frequency_mhz = 947.5, .bandwidth_mhz = 5.0},
               .guard_level_dbm = -95.0};
  radio.new_cells = make_new_cells(scenario);
  radio.signals.signals = {{0, 0, -70.0, true},  {1, 0, -90.0, false}, {1, 1, -70.0, true}, {2, 2, -70.0, true},
                           {3, 0, -100.0, true}, {4, 0, -92.0, true},  {5, 1, -92.0, true}, {6, 2, -92.0, true}};
}

}  // namespace phusong::tests
