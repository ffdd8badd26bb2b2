#include "sim/analysis/fixes/find_fixes.h"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <tbb/global_control.h>

#include <algorithm>
#include <set>

#include "sim/analysis/signal_verdicts.h"
#include "sim/coverage/coverage.h"
#include "sim/scenario/default_costs.h"
#include "tests/coverage/tiny_world.h"

using namespace phusong;
using analysis::Fix;
using analysis::FixKind;
using coverage::Status;
using network::Technology;

namespace {

coverage::CoverageResult coverage_of(const scenario::Scenario& scenario, const gis::Terrain& terrain) {
  progress::Progress progress;
  return coverage::compute_coverage(
      scenario, terrain, {.signals_from_dbm = analysis::covering_levels_dbm(scenario.options.service)}, progress);
}

analysis::FixStudy fixes_of(const scenario::Scenario& scenario, const gis::Terrain& terrain) {
  progress::Progress progress;
  const coverage::CoverageResult result = coverage_of(scenario, terrain);
  return analysis::find_fixes(scenario, terrain, result, result.operators.size() - 1, nullptr, progress);
}

const Fix& fix_of(const analysis::FixStudy& study, std::size_t hamlet, FixKind kind) {
  return *std::ranges::find_if(study.fixes, [&](const Fix& fix) { return fix.hamlet == hamlet && fix.kind == kind; });
}

/// The prices that a fix may need; all from the program's assumptions.
void add_assumed_costs(scenario::Scenario& scenario) {
  for (const char* const item :
       {"mast_30m", "mast_42m", "pole", "radio_3g", "radio_4g", "colocation", "fibre_per_km", "microwave_hop",
        "satellite_terminal", "solar_power", "grid_connection", "grid_line_per_km", "access_road_per_km", "site_visit"})
    scenario.plan_tables.costs.push_back(*scenario::default_cost(item));
}

/// Among hills: two masts of sectors and ten hamlets, some of which have no service.
scenario::Scenario hills_with_sectors() {
  scenario::Scenario scenario = tests::empty_scenario();
  scenario.options.plan.target.technologies = {Technology::k4G};
  scenario.options.coverage.technologies = {Technology::k4G};
  const std::array places = {tests::at(3000, 3000), tests::at(8000, 8000)};
  for (std::size_t i = 0; i < places.size(); ++i) {
    const std::size_t site = tests::add_site(scenario, fmt::format("S{}", i), places[i]);
    scenario.network.sites[site].backhaul = network::Backhaul::kFibre;
    for (const double azimuth_deg : {0.0, 120.0, 240.0}) {
      network::Cell& cell =
          tests::add_cell(scenario, fmt::format("S{}-{:g}", i, azimuth_deg), site, Technology::k4G, 41.0);
      cell.azimuth_true_deg = azimuth_deg;
      cell.antenna.azimuth_deg = azimuth_deg;
      cell.antenna.electrical_tilt_deg = 4.0;
      cell.antenna.pattern = propagation::ParametricPattern{.beamwidth_h_deg = 65.0, .beamwidth_v_deg = 7.0};
    }
  }
  for (int i = 0; i < 24; ++i)
    tests::add_hamlet(scenario, fmt::format("H{}", i), tests::at(400.0 * i + 1200.0, 420.0 * (i * 7 % 24) + 1000.0));
  add_assumed_costs(scenario);
  scenario.plan_tables.equipment = {{.kind = scenario::EquipmentKind::kMast},
                                    {.kind = scenario::EquipmentKind::kUpgrade},
                                    {.kind = scenario::EquipmentKind::kPole, .sectors = 1, .tx_power_dbm = 37.0}};
  return scenario;
}

/// The scenario with a fix of a cell's setting in place.
scenario::Scenario with_cell_fix(scenario::Scenario scenario, const Fix& fix) {
  network::Cell& cell = *std::ranges::find(scenario.network.cells, fix.cell_id, &network::Cell::cell_id);
  if (fix.kind == FixKind::kTilt) cell.antenna.electrical_tilt_deg = fix.to;
  if (fix.kind == FixKind::kAzimuth) cell.antenna.azimuth_deg = fix.to;
  if (fix.kind == FixKind::kPower) cell.eirp_dbm = fix.to;
  return scenario;
}

/// The scenario with a station of the study built.
scenario::Scenario with_station(scenario::Scenario scenario, const analysis::FixStudy& study, const Fix& fix) {
  auto& sites = scenario.network.sites;
  if (std::ranges::find(sites, fix.site_id, &network::Site::site_id) == sites.end()) {
    sites.push_back(*std::ranges::find(study.rows.sites, fix.site_id, &network::Site::site_id));
    scenario.network.operators.push_back(sites.back().operator_name);
  }
  const auto site = std::ranges::find(sites, fix.site_id, &network::Site::site_id);
  for (const planning::NewCell& row : study.rows.cells) {
    if (row.site_id != fix.site_id) continue;
    scenario.network.cells.push_back(row.cell);
    scenario.network.cells.back().site = static_cast<std::size_t>(site - sites.begin());
  }
  return scenario;
}

int order(Status status) {
  return status == Status::kCovered ? 2 : status == Status::kHollow ? 1 : 0;
}

}  // namespace

TEST_CASE("every fix is what a coverage run with the change in place finds, for its hamlet and all others") {
  const gis::Terrain terrain = tests::hills();
  const scenario::Scenario scenario = hills_with_sectors();
  const coverage::CoverageResult before = coverage_of(scenario, terrain);
  const analysis::FixStudy study = fixes_of(scenario, terrain);
  std::set<FixKind> kinds;
  for (const Fix& fix : study.fixes) {
    if (!fix.is_tried()) continue;
    CAPTURE(name_of(fix.kind));
    CAPTURE(fix.hamlet);
    const bool is_cell_fix = !fix.cell_id.empty();
    const auto changed = is_cell_fix ? with_cell_fix(scenario, fix) : with_station(scenario, study, fix);
    const coverage::CoverageResult after = coverage_of(changed, terrain);
    const coverage::HamletVerdict& verdict = after.verdicts.back()[fix.hamlet];
    CHECK(verdict.status == fix.after.status);
    CHECK(verdict.share == doctest::Approx(fix.after.share));
    CHECK(verdict.by_technology[Technology::k4G].level_dbm.value_or(0.0) == fix.after.level_dbm.value_or(0.0));
    std::vector<std::size_t> lost;
    for (std::size_t hamlet = 0; hamlet < before.verdicts.back().size(); ++hamlet) {
      if (order(after.verdicts.back()[hamlet].status) < order(before.verdicts.back()[hamlet].status))
        lost.push_back(hamlet);
    }
    CHECK(lost == fix.hamlets_lost);
    kinds.insert(fix.kind);
  }
  CHECK(kinds.contains(FixKind::kTilt));
  CHECK(kinds.contains(FixKind::kAzimuth));
  CHECK(kinds.contains(FixKind::kPower));
  CHECK(kinds.contains(FixKind::kPole));
  CHECK(kinds.contains(FixKind::kMast));
}

TEST_CASE("a sector that turns to one hamlet and away from another says so, and ranks last") {
  const gis::Terrain terrain = tests::flat_terrain();
  std::size_t taking_down = 0;
  for (double eirp_dbm = 5.0; eirp_dbm < 45.0; eirp_dbm += 1.0) {
    scenario::Scenario scenario = hills_with_sectors();
    scenario.network.hamlets.clear();
    scenario.network.cells.resize(1);
    network::Cell& cell = scenario.network.cells.front();
    cell.eirp_dbm = eirp_dbm;
    cell.antenna.pattern = propagation::ParametricPattern{.beamwidth_h_deg = 20.0, .beamwidth_v_deg = 7.0};
    tests::add_hamlet(scenario, "Left", tests::at(3000 - 900, 3000 + 6500));
    tests::add_hamlet(scenario, "Right", tests::at(3000 + 2000, 3000 + 6200));
    const coverage::CoverageResult before = coverage_of(scenario, terrain);
    if (before.verdicts.back()[0].status != Status::kCovered || before.verdicts.back()[1].status == Status::kCovered)
      continue;
    const analysis::FixStudy study = fixes_of(scenario, terrain);
    const Fix& fix = fix_of(study, 1, FixKind::kAzimuth);
    if (!fix.covers()) continue;
    const coverage::CoverageResult after = coverage_of(with_cell_fix(scenario, fix), terrain);
    CHECK(after.verdicts.back()[1].status == Status::kCovered);
    CHECK(fix.hamlets_lost.empty() == (after.verdicts.back()[0].status == Status::kCovered));
    if (fix.hamlets_lost.empty()) continue;
    ++taking_down;
    for (const Fix& other : study.fixes)
      CHECK((other.hamlet != 1 || !other.covers() || other.kind == FixKind::kAzimuth || other.rank < fix.rank));
  }
  CHECK(taking_down > 0);
}

TEST_CASE("ranks go from the cheapest fix that covers the hamlet alone to those that cover only part") {
  const analysis::FixStudy study = fixes_of(hills_with_sectors(), tests::hills());
  REQUIRE(!study.fixes.empty());
  for (std::size_t i = 1; i < study.fixes.size(); ++i) {
    const Fix& first = study.fixes[i - 1];
    const Fix& second = study.fixes[i];
    if (first.hamlet != second.hamlet) {
      CHECK(first.hamlet < second.hamlet);
      CHECK(second.rank <= 1);
      continue;
    }
    if (!second.is_tried()) {
      CHECK(second.rank == 0);
      continue;
    }
    CHECK(second.rank == first.rank + 1);
    CHECK(first.covers() >= second.covers());
    if (first.covers() && second.covers() && first.hamlets_lost.empty() == second.hamlets_lost.empty())
      CHECK(first.cost.objective_million_vnd(5.0) <= second.cost.objective_million_vnd(5.0));
  }
}

TEST_CASE("a fix that cannot be tried says why") {
  scenario::Scenario scenario = hills_with_sectors();
  scenario.network.hamlets.clear();
  tests::add_hamlet(scenario, "Off", tests::at(90000, 0));
  tests::add_hamlet(scenario, "Far", tests::at(11900, 100));
  scenario.options.propagation.max_range_km.values.fill(0.5);
  scenario.options.plan.candidates = {.from_hamlets = false, .from_peaks = false, .existing_masts = false, .file = ""};
  const analysis::FixStudy study = fixes_of(scenario, tests::hills());
  REQUIRE(study.fixes.size() == 12);
  CHECK(fix_of(study, 0, FixKind::kPole).obstacle == analysis::FixObstacle::kNoTerrain);
  CHECK(fix_of(study, 1, FixKind::kTilt).obstacle == analysis::FixObstacle::kNoCell);
  CHECK(fix_of(study, 1, FixKind::kMast).obstacle == analysis::FixObstacle::kNoCandidate);
}

TEST_CASE("a technology more on a mast that has another is a fix") {
  scenario::Scenario scenario = tests::empty_scenario();
  scenario.options.plan.target.technologies = {Technology::k4G};
  const std::size_t site = tests::add_site(scenario, "S", tests::at(5000, 5000));
  scenario.network.sites[site].backhaul = network::Backhaul::kFibre;
  tests::add_cell(scenario, "S-2G", site, Technology::k2G);
  tests::add_hamlet(scenario, "H", tests::at(6000, 5000));
  add_assumed_costs(scenario);
  scenario.plan_tables.equipment = {{.kind = scenario::EquipmentKind::kUpgrade}};
  const analysis::FixStudy study = fixes_of(scenario, tests::flat_terrain());
  const Fix& fix = fix_of(study, 0, FixKind::kTechnology);
  CHECK(fix.covers());
  CHECK(fix.rank == 1);
  CHECK(fix.site_id == "S");
  CHECK(fix.technologies == std::vector{Technology::k4G});
  CHECK(fix.cost.capex_million_vnd == 600.0);
  CHECK(study.rows.sites.empty());
  CHECK(study.rows.cells.size() == 3);
}

TEST_CASE("one thread and two find the same fixes") {
  const gis::Terrain terrain = tests::hills();
  const scenario::Scenario scenario = hills_with_sectors();
  const auto keys = [&](std::size_t threads) {
    const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, threads);
    std::vector<std::string> result;
    for (const Fix& fix : fixes_of(scenario, terrain).fixes) {
      result.push_back(fmt::format("{} {} {} {} {} {} {}", fix.hamlet, name_of(fix.kind), fix.rank, fix.site_id,
                                   fix.cell_id, fix.to, fix.after.share));
    }
    return result;
  };
  CHECK(keys(1) == keys(2));
}
