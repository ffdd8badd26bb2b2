#include "tests/planning/plan_world.h"

#include <algorithm>
#include <cmath>

#include "sim/planning/make_plan.h"
#include "sim/planning/plan_scenario.h"
#include "sim/scenario/default_costs.h"
#include "sim/scenario/equipment_table.h"
#include "sim/scenario/plan_tables_reader.h"

namespace phusong::tests {

using network::Technology;

gis::Terrain ridged_terrain() {
  return make_terrain(120, 200.0, [](double x_m, double y_m) {
    const double across = std::abs(std::remainder(x_m - 4000.0, 4000.0));  // from the nearest ridge
    const double ridge_m = std::max(0.0, 250.0 - 0.25 * across) + 20.0 * std::sin(y_m / 1500.0);
    return static_cast<float>(200.0 + ridge_m);
  });
}

scenario::Scenario ridged_scenario() {
  scenario::Scenario scenario = empty_scenario();
  scenario.options.plan.target.technologies = {Technology::k4G};
  scenario::PlanCandidates& candidates = scenario.options.plan.candidates;
  candidates.from_hamlets = candidates.from_peaks = candidates.existing_masts = false;
  scenario.options.plan.mast_heights_m = {30.0};
  scenario.options.plan.gap = 0.0;
  for (const auto kind :
       {scenario::EquipmentKind::kMast, scenario::EquipmentKind::kPole, scenario::EquipmentKind::kUpgrade})
    scenario.plan_tables.equipment.push_back(scenario::default_equipment(kind));
  for (const std::string& item : scenario::needed_cost_items(
           {scenario.folder, scenario.options, scenario.inputs, scenario.network}, scenario.plan_tables))
    scenario.plan_tables.costs.push_back(*scenario::default_cost(item));
  const std::size_t site = add_site(scenario, "S", at(2000, 12000));
  scenario.network.sites[site].backhaul = network::Backhaul::kFibre;
  add_cell(scenario, "C", site, Technology::k4G, 62.0).reference_power_offset_db = -28.0;
  return scenario;
}

void add_hamlet_at(scenario::Scenario& scenario, const std::string& id, gis::MapPoint position, int population,
                   const std::string& commune) {
  network::Hamlet& hamlet = add_hamlet(scenario, id, position);
  hamlet.population = population;
  hamlet.commune = commune;
  hamlet.grid_power = true;
}

void add_candidate(scenario::Scenario& scenario, const std::string& id, gis::MapPoint position,
                   scenario::EquipmentKind kind) {
  scenario.plan_tables.candidates.push_back({.candidate_id = id,
                                             .lon_lat = scenario.crs.to_lon_lat(position),
                                             .position = position,
                                             .height_m = std::nullopt,
                                             .road_km = 0.0,
                                             .kind = kind});
}

void plan_for(scenario::Scenario& scenario, const std::string& operator_name) {
  scenario.options.plan.operator_name = operator_name;
}

scenario::Scenario valleys_and_candidates() {
  scenario::Scenario scenario = ridged_scenario();
  add_hamlet_at(scenario, "H0", at(2000, 13000), 400, "west");  // has a mast
  add_hamlet_at(scenario, "H1", at(6000, 5000), 100, "west");
  add_hamlet_at(scenario, "H2", at(6000, 17000), 300, "middle");
  add_hamlet_at(scenario, "H3", at(10000, 5000), 50, "middle");
  add_hamlet_at(scenario, "H4", at(10000, 16000), 700, "middle");
  add_hamlet_at(scenario, "H5", at(18000, 12000), 200, "east");
  add_candidate(scenario, "ridge-south", at(8000, 5000));
  add_candidate(scenario, "ridge-north", at(8000, 16500));
  add_candidate(scenario, "valley-1", at(6000, 5300));
  add_candidate(scenario, "valley-2", at(6100, 16800));
  add_candidate(scenario, "pole-3", at(10000, 5000), scenario::EquipmentKind::kPole);
  add_candidate(scenario, "pole-4", at(10000, 16000), scenario::EquipmentKind::kPole);
  add_candidate(scenario, "pole-5", at(18000, 12000), scenario::EquipmentKind::kPole);
  return scenario;
}

planning::StationPlan make_plan_of(const scenario::Scenario& scenario, const gis::Terrain& terrain) {
  progress::Progress progress;
  return std::get<planning::StationPlan>(planning::make_plan(scenario, terrain, {}, progress));
}

namespace {

coverage::CoverageResult coverage_with(const scenario::Scenario& scenario, const gis::Terrain& terrain,
                                       const planning::StationPlan& plan, const std::vector<std::size_t>& candidates) {
  planning::NewRows rows;
  for (const std::size_t index : candidates) {
    const planning::Candidate& candidate = plan.candidates.set.candidates[index];
    const network::Site& site = plan.candidates.set.site_of(candidate).site;
    rows.sites.push_back(site);
    for (const std::size_t cell : candidate.cells)
      rows.cells.push_back({.cell = plan.candidates.set.cells[cell].cell, .site_id = site.site_id, .equipment = 0});
  }
  scenario::Scenario built = planning::plan_scenario(scenario);
  planning::add_rows(built, rows);
  progress::Progress progress;
  return coverage::compute_coverage(built, terrain, {}, progress);
}

}  // namespace

std::map<std::pair<std::size_t, int>, bool> service_with(const scenario::Scenario& scenario,
                                                         const gis::Terrain& terrain, const planning::StationPlan& plan,
                                                         const std::vector<std::size_t>& candidates) {
  const coverage::CoverageResult result = coverage_with(scenario, terrain, plan, candidates);
  std::map<std::pair<std::size_t, int>, bool> service;
  for (std::size_t i = 0; i < result.points.size(); ++i)
    service[{result.points[i].hamlet, result.points[i].point}] = result.service.front()[i][Technology::k4G];
  return service;
}

std::size_t hamlets_covered_with(const scenario::Scenario& scenario, const gis::Terrain& terrain,
                                 const planning::StationPlan& plan, const std::vector<std::size_t>& candidates) {
  return static_cast<std::size_t>(
      std::ranges::count(coverage_with(scenario, terrain, plan, candidates).verdicts.front(),
                         coverage::Status::kCovered, &coverage::HamletVerdict::status));
}

}  // namespace phusong::tests
