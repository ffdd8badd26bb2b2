#include "sim/sunset/outcome/on_air.h"

namespace phusong::sunset {
namespace {

CellFate fate_of(CellKind kind, const network::Cell& cell, network::Technology technology, bool is_on_at_end) {
  if (kind == CellKind::kSwap) return CellFate::kSwap;
  if (kind == CellKind::kRefarmed) return CellFate::kRefarmed;
  if (cell.technology != technology) return CellFate::kStays;
  if (cell.exempt) return CellFate::kExempt;
  return is_on_at_end ? CellFate::kLeft : CellFate::kGoes;
}

}  // namespace

std::vector<OnAir> on_air_intervals(const network::Network& network, const AllCells& all, const PlainSchedule& schedule,
                                    network::Technology technology, int periods) {
  std::vector<OnAir> intervals(all.cells.size());
  for (std::size_t i = 0; i < network.cells.size(); ++i)
    if (network.on_air(network.sites[network.cells[i].site])) intervals[i].last = periods;
  for (const PlainSchedule::Step& step : schedule.steps) {
    OnAir& interval = intervals[step.cell];
    if (step.action == PlainSchedule::Action::kOff) {
      interval.last = step.period - 1;
    } else {
      interval.first = step.period;
      interval.last = periods;
    }
  }
  for (std::size_t i = 0; i < all.cells.size(); ++i)
    intervals[i].fate = fate_of(all.kind_of(i), all.cells[i], technology, intervals[i].last >= periods);
  return intervals;
}

}  // namespace phusong::sunset
