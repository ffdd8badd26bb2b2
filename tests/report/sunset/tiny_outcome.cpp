#include "tests/report/sunset/tiny_outcome.h"

namespace phusong::tests {

using namespace sunset;
using network::Technology;

namespace {

network::Cell cell(const std::string& id, std::size_t site, Technology technology, double frequency_mhz) {
  return {.cell_id = id, .site = site, .technology = technology, .frequency_mhz = frequency_mhz};
}

}  // namespace

BlockingDemand blocking_demand(Remedy remedy) {
  return {.hamlet = 1,
          .operator_index = 0,
          .service = Service::kVoice,
          .binding_class = HandsetClass::k2gOnly,
          .floor = 1.0,
          .share = 0.875,
          .cells = {"C2"},
          .remedies = {remedy}};
}

TinyOutcome::TinyOutcome() {
  network.operators = {"A", "B"};
  network.sites = {{.site_id = "S0", .operator_name = "A", .lon_lat = {104.5, 22.5}},
                   {.site_id = "S1", .operator_name = "A", .lon_lat = {104.75, 22.25}}};
  network.cells = {cell("C0", 0, Technology::k2G, 947.5), cell("C1", 0, Technology::k2G, 947.5),
                   cell("C2", 1, Technology::k2G, 947.5), cell("C3", 0, Technology::k4G, 1842.5)};
  network.cells[0].azimuth_true_deg = 120.0;
  network.cells[1].exempt = true;
  network.hamlets.resize(2);
  network.hamlets[0].hamlet_id = "H0";
  network.hamlets[1].hamlet_id = "H1";
  network.hamlets[1].name = "Bản Một";
  outcome.question = {.technology = Technology::k2G,
                      .refarm_to = Technology::k4G,
                      .refarm_frequency_mhz = 947.5,
                      .start = {2027, 1},
                      .periods = 3};
  outcome.cells = {.cells = network.cells, .first_refarmed = 4, .first_swap = 5};
  outcome.cells.cells.push_back(cell("C0-4G", 0, Technology::k4G, 947.5));
  outcome.cells.cells.back().pass_through = {{"owner", "VNPT"}};
  outcome.cells.cells.push_back(cell("S1-swap", 1, Technology::k4G, 1842.5));
  outcome.totals = {.cells = 2,
                    .cells_off = 1,
                    .cells_left_on = 1,
                    .cells_left_on_bound = 1,
                    .last_period_bound = 2,
                    .periods_by_crews = 2,
                    .objectives = {{{1.0, 1.0, 0.0, "by hand"},
                                    {2.0, 2.0, 0.0, "by hand"},
                                    {750.0, 1000.0, 0.25, "by eye"},
                                    {1201.5, 900.0, 0.2509, "by hand"}}},
                    .solver = "by hand",
                    .refarmable = 1,
                    .refarmed = 1,
                    .mhz_freed_by_period = {0.0, 5.0, 5.0},
                    .handsets_subsidised = 1234,
                    .handsets_cut = 0,
                    .cost_million_vnd = 1201.5};
  outcome.schedule.steps = {
      {1, 5, PlainSchedule::Action::kOn}, {2, 0, PlainSchedule::Action::kOff}, {2, 4, PlainSchedule::Action::kOn}};
  outcome.steps = {{1, 5, WorkStep::Action::kSwapOn, true, 600.0},
                   {2, 0, WorkStep::Action::kOff, true, 0.0},
                   {2, 4, WorkStep::Action::kRefarmOn, false, 600.0}};
  outcome.on_air = {{0, 1, CellFate::kGoes},  {0, 3, CellFate::kExempt},   {0, 3, CellFate::kLeft},
                    {0, 3, CellFate::kStays}, {2, 3, CellFate::kRefarmed}, {1, 3, CellFate::kSwap}};
  outcome.guard = {{.refarmed = 0, .cell = 2, .hamlet = 1, .point = 3, .level_dbm = -90.126, .clear_from_period = {}}};
  outcome.demand_periods = {{.hamlet = 1,
                             .operator_index = 1,
                             .period = 2,
                             .shares = {0.9, 0.5},
                             .voice_floor = 0.875,
                             .data_floor = 0.25,
                             .class_shares = {0.1, 0.2, 0.3, 0.4},
                             .subsidised = {4, 2, 1, 0}}};
  outcome.demand_periods[0].status[Technology::k2G] = coverage::Status::kWhite;
  outcome.demand_periods[0].status[Technology::k3G] = coverage::Status::kHollow;
  outcome.blocking_demands = {
      blocking_demand({.kind = Remedy::Kind::kHandsets, .handsets = 3, .cost_million_vnd = 1.5})};
}

void TinyOutcome::finish() {
  outcome.totals.cells_off = 2;
  outcome.totals.cells_left_on = outcome.totals.cells_left_on_bound = 0;
  outcome.totals.last_period = 2;
  outcome.totals.finish_bound = 1;
  outcome.totals.last_period_bound = 1;
  outcome.blocking_demands.clear();
}

}  // namespace phusong::tests
