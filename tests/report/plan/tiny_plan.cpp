#include "tiny_plan.h"

#include "sim/progress/stop_reason.h"

namespace phusong::tests {
namespace {

using network::Technology;
using planning::CostLine;
using planning::StationKind;

CostLine line(const char* item, double quantity, double unit_cost, double unit_opex) {
  return {.item = item,
          .quantity = quantity,
          .unit = "unit",
          .unit_cost_million_vnd = unit_cost,
          .unit_opex_million_vnd_per_year = unit_opex};
}

scenario::Scenario scenario_to_plan() {
  scenario::Scenario scenario = TinyRun().scenario;
  scenario.plan_tables.equipment = {{.kind = scenario::EquipmentKind::kMast, .row = 0},
                                    {.kind = scenario::EquipmentKind::kUpgrade, .row = 0}};
  scenario.plan_tables.equipment[0].pass_through = {{"vendor", "Acme"}};
  for (const char* const item : {"mast_30m", "radio_4g", "microwave_hop", "fibre_per_km", "pole"})
    scenario.plan_tables.costs.push_back({.item = item, .unit = "unit"});
  scenario.plan_tables.costs[1].pass_through = {{"contract", "K-7"}};
  return scenario;
}

network::Site new_site(const char* id, double height_m, network::SiteType type) {
  return {.site_id = id,
          .name = id,
          .operator_name = "new",
          .lon_lat = {105.5, 22.5},
          .mast_height_m = height_m,
          .type = type};
}

planning::CandidateStudy study_of(const scenario::Scenario& scenario) {
  planning::CandidateStudy study;
  study.set.sites = {
      {.site = new_site("N-H2-30m", 30.0, network::SiteType::kMacro), .kind = StationKind::kMast},
      {.site = scenario.network.sites[0], .kind = StationKind::kUpgrade, .has_row = true, .mast_id = "S1"},
      {.site = new_site("R-H3-12m", 12.0, network::SiteType::kPole), .kind = StationKind::kPole}};
  study.set.sites[0].site.pass_through = {{"owner", "VNPT"}};
  study.set.candidates = {{.candidate_id = "N-H2-30m", .site = 0, .technologies = {Technology::k4G}, .cells = {}},
                          {.candidate_id = "S1+4G", .site = 1, .technologies = {Technology::k4G}, .cells = {}},
                          {.candidate_id = "R-H3-12m", .site = 2, .technologies = {Technology::k4G}, .cells = {}}};
  study.costs.resize(3);
  study.costs[0].station.cost_lines = {line("mast_30m", 1, 268.0, 26.8), line("radio_4g", 1, 600.0, 60.0)};
  study.costs[0].route.links = {
      {.from = "N-H2-30m", .to = "K1", .cost_lines = {line("microwave_hop", 1, 500.0, 50.0)}}};
  study.costs[1].station.cost_lines = {line("radio_4g", 1, 600.0, 60.0)};
  study.costs[2].station.cost_lines = {line("pole", 1, 75.0, 7.5), line("radio_4g", 1, 600.0, 60.0)};
  study.need.points = {{.hamlet = 1, .point = 0}, {.hamlet = 2, .point = 0}, {.hamlet = 2, .point = 1}};
  study.matrix.by_technology[Technology::k4G].resize(3, 3);
  for (const auto& [site, point] : {std::pair{0, 0}, {1, 2}, {2, 1}})
    study.matrix.by_technology[Technology::k4G].insert(site, point) = 1;
  study.matrix.pairs = 7;
  study.matrix.exact_paths = 5;
  return study;
}

std::vector<planning::SiteCostLine> cost_lines() {
  return {{"N-H2-30m", line("mast_30m", 1, 268.0, 26.8)}, {"N-H2-30m", line("radio_4g", 1, 600.0, 60.0)},
          {"S1", line("radio_4g", 1, 600.0, 60.0)},       {"N-H2-30m", line("microwave_hop", 1, 500.0, 50.0)},
          {"K1", line("mast_30m", 1, 268.0, 26.8)},       {"K1", line("microwave_hop", 1, 500.0, 50.0)}};
}

std::vector<planning::PlanStep> steps() {
  using planning::Medium;
  using planning::StepAction;
  return {{.year = 1,
           .action = StepAction::kNewMast,
           .site_id = "K1",
           .lon_lat = {105.6, 22.6},
           .mast_height_m = 30.0,
           .backhaul = planning::StepBackhaul{.medium = Medium::kMicrowave, .to = "S1", .length_km = 8.5},
           .cost = {.capex_million_vnd = 768.0, .opex_million_vnd_per_year = 76.8},
           .cumulative_hamlet_share = 0.25},
          {.year = 1,
           .action = StepAction::kNewMast,
           .site_id = "N-H2-30m",
           .lon_lat = {105.5, 22.5},
           .mast_height_m = 30.0,
           .technologies = {Technology::k4G},
           .backhaul = planning::StepBackhaul{.medium = Medium::kMicrowave, .to = "K1", .length_km = 4.25},
           .cost = {.capex_million_vnd = 1368.0, .opex_million_vnd_per_year = 136.8},
           .hamlets_gained = {1},
           .people_gained = 200,
           .cumulative_hamlet_share = 0.5},
          {.year = 2,
           .action = StepAction::kUpgrade,
           .site_id = "S1",
           .lon_lat = {105.0, 22.0},
           .mast_height_m = 40.0,
           .technologies = {Technology::k3G, Technology::k4G},
           .cost = {.capex_million_vnd = 600.0, .opex_million_vnd_per_year = 60.0},
           .cumulative_hamlet_share = 0.5}};
}

planning::PlanOutcome outcome_of_stations() {
  return {.before = {.hamlets = 1, .people = 100},
          .after = {.hamlets = 2, .people = 300},
          .reached = false,
          .cost_lines = cost_lines(),
          .cost = total(cost_lines()),
          .steps = steps(),
          .optimality = {.objective = 4104.0,
                         .lower_bound = 4000.5,
                         .gap = 0.02522,
                         .stopped_by = progress::StopReason::kGap},
          .unserved = {{.hamlet = 2,
                        .status = coverage::Status::kHollow,
                        .share = 0.5,
                        .missing_db = 3.25,
                        .candidates_covering = 2,
                        .reason = planning::UnservedReason::kOnlyPart},
                       {.hamlet = 3,
                        .status = coverage::Status::kUnknown,
                        .missing_db = std::nullopt,
                        .reason = planning::UnservedReason::kOffTerrain}},
          .notes = {{.kind = planning::PlanNote::Kind::kNoRoads, .count = 1234}}};
}

network::Cell new_cell(const char* id) {
  return {.cell_id = id,
          .technology = Technology::k4G,
          .frequency_mhz = 1842.5,
          .bandwidth_mhz = 20.0,
          .antenna_height_agl_m = 30.0,
          .azimuth_true_deg = 120.0,
          .reference_power_offset_db = -30.79};
}

planning::NewRows new_rows(const scenario::Scenario& scenario) {
  planning::NewRows rows;
  rows.sites = {new_site("N-H2-30m", 30.0, network::SiteType::kMacro), new_site("K1", 30.0, network::SiteType::kMacro)};
  rows.upgrades = {{.mast = scenario.network.sites[0], .site_id = "S1-new", .technologies = {Technology::k4G}}};
  rows.upgrades[0].mast.pass_through = {{"land", "leased"}};
  rows.cells = {{.cell = new_cell("N-H2-30m-4G-1"), .site_id = "N-H2-30m", .equipment = 0},
                {.cell = new_cell("S1-4G-1842.5-1"), .site_id = "S1-new", .equipment = 1}};
  rows.cells[1].cell.azimuth_true_deg.reset();
  return rows;
}

}  // namespace

planning::PlanOutcome& TinyPlan::outcome() {
  return std::visit([](auto& kind) -> planning::PlanOutcome& { return kind.outcome; }, plan);
}

TinyPlan tiny_station_plan() {
  scenario::Scenario scenario = scenario_to_plan();
  planning::StationPlan plan{.outcome = outcome_of_stations(),
                             .candidates = study_of(scenario),
                             .goal = {.needed = 4.0, .within_reach = std::nullopt},
                             .solver = "by hand",
                             .stations = {{.candidate = 0, .node = {}}, {.candidate = 1, .node = {}}},
                             .backhaul = {},
                             .rows = new_rows(scenario),
                             .full = planning::FullBound{.objective = 4104.0, .lower_bound = 3000.0, .gap = 0.269006},
                             .before = {},
                             .after = {},
                             .built_cells = {}};
  plan.backhaul.links = {{.from = "K1", .to = "S1", .medium = planning::Medium::kMicrowave, .length_km = 8.5},
                         {.from = "N-H2-30m", .to = "K1", .medium = planning::Medium::kMicrowave, .length_km = 4.25}};
  plan.backhaul.relays = {{.node = {.id = "K1"}, .cost_lines = {}}};
  plan.built_cells = scenario.network.cells;
  for (const planning::NewCell& row : plan.rows.cells)
    plan.built_cells.push_back(row.cell);
  return {.scenario = std::move(scenario), .plan = std::move(plan)};
}

TinyPlan tiny_broadband_plan() {
  TinyPlan tiny{.scenario = scenario_to_plan(), .plan = planning::BroadbandPlan{}};
  tiny.scenario.options.plan.target = {.fixed_broadband_share = 0.5};
  auto& plan = std::get<planning::BroadbandPlan>(tiny.plan);
  const CostLine fibre = line("fibre_per_km", 3.5, 225.0, 22.5);
  plan.fibre.links = {{.from = "H2", .to = "H1", .length_km = 3.5, .cost_lines = {fibre}}};
  plan.fibre.hamlets_connected = {1};
  plan.fibre.cost = fibre.cost();
  plan.outcome.before = {.hamlets = 1, .people = 100};
  plan.outcome.after = {.hamlets = 2, .people = 300};
  plan.outcome.cost_lines = {{"H2", fibre}};
  plan.outcome.cost = fibre.cost();
  plan.outcome.steps = {{.action = planning::StepAction::kFibre,
                         .site_id = "H2",
                         .backhaul = planning::StepBackhaul{.to = "H1", .length_km = 3.5},
                         .cost = fibre.cost(),
                         .hamlets_gained = {1},
                         .people_gained = 200,
                         .cumulative_hamlet_share = 0.5}};
  plan.outcome.optimality.objective = plan.outcome.optimality.lower_bound = 1181.25;
  plan.outcome.optimality.stopped_by = progress::StopReason::kOptimal;
  plan.outcome.unserved = {{.hamlet = 2, .reason = planning::UnservedReason::kNotNeeded}};
  return tiny;
}

}  // namespace phusong::tests
