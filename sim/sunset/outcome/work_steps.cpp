#include "sim/sunset/outcome/work_steps.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

namespace phusong::sunset {
namespace {

WorkStep::Action action_of(CellKind kind) {
  if (kind == CellKind::kSwap) return WorkStep::Action::kSwapOn;
  return kind == CellKind::kExisting ? WorkStep::Action::kOff : WorkStep::Action::kRefarmOn;
}

}  // namespace

std::vector<WorkStep> work_steps(const AllCells& all, const PlainSchedule& schedule, double radio_million_vnd) {
  std::vector<WorkStep> steps;
  for (const PlainSchedule::Step& step : schedule.steps)
    steps.push_back({.period = step.period, .cell = step.cell, .action = action_of(all.kind_of(step.cell))});
  std::ranges::stable_sort(steps, {},
                           [](const WorkStep& step) { return std::tuple(step.period, step.action, step.cell); });
  std::set<std::pair<int, std::size_t>> visited;
  std::set<std::size_t> equipped;
  for (WorkStep& step : steps) {
    const std::size_t site = all.cells[step.cell].site;
    step.is_visit = visited.emplace(step.period, site).second;
    const bool is_paid = step.action != WorkStep::Action::kOff && equipped.insert(site).second;
    step.cost_million_vnd = is_paid ? radio_million_vnd : 0.0;
  }
  return steps;
}

}  // namespace phusong::sunset
