#include "sim/sunset/outcome/schedule_check.h"

#include <doctest/doctest.h>

namespace {

using namespace phusong;
using namespace phusong::sunset;
using network::Technology;
using Action = PlainSchedule::Action;

/// One operator, two masts, a hamlet with a point at each. Cells: 0 and 1 are 2G, one a mast; 2 is 2G and exempt on the
/// second mast, at a frequency of its own; 3 is 4G that covers both points. Refarmed: 4 and 5. A swap on the second
/// mast: 6. Half of the ten handsets are 2G-only; the exempt cell serves the second point.
struct TinyCase {
  scenario::Scenario scenario{.folder = {},
                              .options = {},
                              .crs = gis::WorkingCrs("EPSG:32648"),
                              .terrain_source = {},
                              .network = {},
                              .plan_tables = {},
                              .inputs = {},
                              .notes = {}};
  SunsetRadio radio;
  PlainSchedule schedule;

  TinyCase() {
    network::Network& network = scenario.network;
    network.operators = {"A"};
    for (const char* const id : {"S1", "S2"})
      network.sites.push_back({.site_id = id, .operator_name = "A", .mast_height_m = 40.0});
    add_cell("C0", 0, Technology::k2G, 947.5);
    add_cell("C1", 1, Technology::k2G, 947.5);
    add_cell("C2", 1, Technology::k2G, 1815.0).exempt = true;
    add_cell("C3", 0, Technology::k4G, 1842.5);
    for (std::size_t i = 0; i < 2; ++i)
      radio.new_cells.refarmed.push_back({.cell = network.cells[i], .replaces = i});
    radio.new_cells.swaps.push_back({.site = 1, .cells = {network.cells[3]}});
    network::Hamlet hamlet;
    hamlet.hamlet_id = "H1";
    hamlet.handsets = 10;
    hamlet.share_2g_only = 0.5;
    hamlet.share_volte = 0.5;
    network.hamlets.push_back(hamlet);
    scenario.plan_tables.costs = {{"radio_4g", "site", 600.0, 60.0}};
    set_options();
    hear();
    set_schedule();
  }

  std::vector<std::string> violations() const { return check_schedule(scenario, radio, schedule); }

 private:
  network::Cell& add_cell(const char* id, std::size_t site, Technology technology, double frequency_mhz) {
    scenario.network.cells.push_back(
        {.cell_id = id, .site = site, .technology = technology, .frequency_mhz = frequency_mhz});
    return scenario.network.cells.back();
  }

  void set_options() {
    scenario::SunsetOptions& sunset = scenario.options.sunset;
    sunset.technology = Technology::k2G;
    sunset.periods = 2;
    sunset.handset_uptake_per_year = 0.0;
    sunset.subsidised_handsets_per_period = 5;
    sunset.max_cells_per_period = 1;
    sunset.max_sites_per_period = 2;
    sunset.swap_budget_million_vnd = 600.0;
    sunset.refarm = {.to = Technology::k4G, .frequency_mhz = 947.5, .bandwidth_mhz = 5.0};
  }

  /// C1 is heard too loud at the first point, where the first carrier serves.
  void hear() {
    for (std::size_t point = 0; point < 2; ++point)
      radio.signals.points.push_back({.hamlet = 0, .point = static_cast<int>(point), .weight = 0.5});
    radio.signals.signals = {{0, 0, -70.0, true},  {1, 0, -90.0, false}, {1, 1, -70.0, true}, {2, 1, -80.0, true},
                             {3, 0, -100.0, true}, {3, 1, -100.0, true}, {4, 0, -95.0, true}, {5, 1, -95.0, true}};
  }

  void set_schedule() {
    schedule.handsets = {{.hamlet = 0, .operator_name = "A", .period = 1, .from_2g_only = 5}};
    schedule.steps = {{1, 0, Action::kOff}, {2, 1, Action::kOff}, {2, 4, Action::kOn}, {2, 5, Action::kOn}};
  }
};

bool any_has(const std::vector<std::string>& violations, const char* words) {
  for (const std::string& violation : violations)
    if (violation.find(words) != std::string::npos) return true;
  return false;
}

}  // namespace

TEST_CASE("the check of a sunset has nothing against a schedule that keeps to the rules") {
  CHECK(TinyCase().violations().empty());
}

TEST_CASE("the check of a sunset finds a floor that breaks") {
  TinyCase tiny;
  tiny.schedule.handsets.front().from_2g_only = 4;
  CHECK(any_has(tiny.violations(), "H1, A: voice share"));
}

TEST_CASE("the check of a sunset finds a carrier that starts while another cell is heard") {
  TinyCase tiny;
  tiny.schedule.steps[2].period = 1;
  CHECK(any_has(tiny.violations(), "is on in period 1 while C1 is heard with -90.00 dBm"));
}

TEST_CASE("the check of a sunset finds a carrier that starts before its old cell is off") {
  TinyCase tiny;
  tiny.schedule.steps[3].period = 1;
  CHECK(any_has(tiny.violations(), "is on while its old cell is"));
}

TEST_CASE("the check of a sunset finds crews that do too much") {
  TinyCase tiny;
  tiny.schedule.steps[1].period = 1;
  CHECK(any_has(tiny.violations(), "2 cells go off, crews can do 1"));
  TinyCase visits;
  visits.scenario.options.sunset.max_sites_per_period = 1;
  CHECK(any_has(visits.violations(), "2 sites are visited, crews can do 1"));
}

TEST_CASE("the check of a sunset finds handsets beyond the budget, or that are not there") {
  TinyCase tiny;
  tiny.scenario.options.sunset.subsidised_handsets_per_period = 4;
  CHECK(any_has(tiny.violations(), "5 handsets are subsidised, 4 are allowed"));
  TinyCase more;
  more.schedule.handsets.push_back({.hamlet = 0, .operator_name = "A", .period = 2, .from_2g_only = 1});
  CHECK(any_has(more.violations(), "1 handsets of a class of 0 move in period 2"));
}

TEST_CASE("the check of a sunset finds exempt, foreign and repeated cells") {
  TinyCase tiny;
  tiny.schedule.steps[1].cell = 2;
  CHECK(any_has(tiny.violations(), "C2: is exempt"));
  tiny.schedule.steps[1].cell = 3;
  CHECK(any_has(tiny.violations(), "C3: is not a cell to be switched off"));
  tiny.schedule.steps[1].cell = 0;
  CHECK(any_has(tiny.violations(), "C0: goes off in period 2 and is not on"));
}

TEST_CASE("the check of a sunset finds swaps beyond the budget and periods that do not exist") {
  TinyCase tiny;
  tiny.schedule.steps.push_back({1, 6, Action::kOn});
  CHECK(tiny.violations().empty());
  tiny.scenario.options.sunset.swap_budget_million_vnd = 599.0;
  CHECK(any_has(tiny.violations(), "swaps cost 600.000 million VND, the budget is 599.000"));
  TinyCase late;
  late.schedule.steps[1].period = 3;
  CHECK(any_has(late.violations(), "period 3 does not exist"));
}

TEST_CASE("the check of a sunset finds a cell that goes on twice, and an old one that goes on at all") {
  TinyCase tiny;
  tiny.schedule.steps.push_back({2, 4, Action::kOn});
  CHECK(any_has(tiny.violations(), "goes on in period 2 and cannot"));
  TinyCase swapped;
  swapped.schedule.steps.push_back({2, 6, Action::kOff});
  CHECK(any_has(swapped.violations(), "goes on in period 2 and cannot"));
}

TEST_CASE("the check of a sunset finds handsets that are taken back") {
  TinyCase tiny;
  tiny.schedule.handsets.push_back({.hamlet = 0, .operator_name = "A", .period = 2, .from_2g_only = -1});
  CHECK(any_has(tiny.violations(), "-1 handsets of a class"));
}

TEST_CASE("the check of a sunset finds a carrier that covers nothing and starts all the same") {
  TinyCase tiny;
  tiny.radio.signals.signals.back() = {5, 1, -116.0, false};
  CHECK(any_has(tiny.violations(), "C1: goes on in period 2 and covers no sample point"));
}

TEST_CASE("the check of a sunset finds data that break, though all calls go through") {
  TinyCase tiny;
  tiny.scenario.network.cells[3].technology = Technology::k2G;
  tiny.scenario.network.cells[3].exempt = true;
  tiny.scenario.network.cells[0].technology = Technology::k3G;
  tiny.scenario.network.cells[1].technology = Technology::k3G;
  tiny.scenario.options.sunset.technology = Technology::k3G;
  CHECK(any_has(tiny.violations(), "H1, A: data share"));
}
