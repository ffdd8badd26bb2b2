#include "sim/sunset/outcome/plain_schedule.h"

namespace phusong::sunset {
namespace {

using Action = PlainSchedule::Action;

void add_step(int period, std::size_t cell, Action action, PlainSchedule& plain) {
  if (period != kNever) plain.steps.push_back({period, cell, action});
}

}  // namespace

PlainSchedule plain_schedule(const network::Network& network, const NewCells& new_cells, const BuiltModel& built,
                             const Schedule& schedule) {
  PlainSchedule plain;
  const std::size_t first_refarmed = network.cells.size();
  std::size_t swap_cell = first_refarmed + new_cells.refarmed.size();
  for (std::size_t i = 0; i < new_cells.swaps.size(); ++i) {
    for (std::size_t sector = 0; sector < new_cells.swaps[i].cells.size(); ++sector)
      add_step(schedule.swap_period[i], swap_cell++, Action::kOn, plain);
  }
  for (std::size_t c = 0; c < schedule.off_period.size(); ++c)
    add_step(schedule.off_period[c], built.cell_of[c], Action::kOff, plain);
  for (std::size_t k = 0; k < schedule.on_period.size(); ++k)
    add_step(schedule.on_period[k], first_refarmed + k, Action::kOn, plain);
  for (const Subsidy& subsidy : schedule.subsidies) {
    const Demand& demand = built.model.demands[subsidy.demand];
    plain.handsets.push_back({.hamlet = demand.hamlet,
                              .operator_name = network.operators[demand.operator_index],
                              .period = subsidy.period,
                              .from_2g_only = subsidy.handsets[0],
                              .from_3g_only = subsidy.handsets[1],
                              .from_4g_without_volte = subsidy.handsets[2]});
  }
  return plain;
}

}  // namespace phusong::sunset
