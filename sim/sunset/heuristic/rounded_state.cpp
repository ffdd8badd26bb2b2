#include "sim/sunset/heuristic/rounded_state.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "sim/sunset/model/subsidy_need.h"

namespace phusong::sunset {
namespace {

class Rounding {
 public:
  explicit Rounding(const SunsetModel& model) : model_(model), service_(model) {
    state_.cells_on = std::ssize(model.cells);
    state_.keep.assign(model.cells.size(), true);
    state_.subsidies.resize(model.demands.size());
  }

  void try_off(CellIndex cell) {
    service_.switch_off(model_.cells[cell].links);
    const auto needs = needs_without(cell);
    if (!needs) {
      service_.switch_on(model_.cells[cell].links);
      return;
    }
    state_.keep[cell] = false;
    --state_.cells_on;
    for (const auto& [demand, need] : *needs) {
      state_.handsets += total(need) - total(state_.subsidies[demand]);
      state_.subsidies[demand] = need;
    }
  }

  TerminalState result() { return std::move(state_); }

 private:
  using Needs = std::vector<std::pair<DemandIndex, ClassCounts>>;

  const SunsetModel& model_;
  ServiceState service_;
  TerminalState state_;

  /// The subsidies of the demands that the cell served; nothing where they are not enough or too many.
  std::optional<Needs> needs_without(CellIndex cell) const {
    Needs needs;
    std::int64_t handsets = state_.handsets;
    for (const Link& link : model_.cells[cell].links) {
      const DemandIndex d = model_.demand_of(link);
      if (!needs.empty() && needs.back().first == d) continue;
      const auto need = fewest_subsidies(model_.demands[d], service_.weights_of(d), model_.demands[d].initial);
      if (!need) return std::nullopt;
      handsets += total(*need) - total(state_.subsidies[d]);
      needs.emplace_back(d, *need);
    }
    if (handsets > model_.subsidies_per_period) return std::nullopt;
    return needs;
  }
};

}  // namespace

TerminalState rounded_state(const SunsetModel& model, const std::vector<double>& off) {
  std::vector<CellIndex> order(model.cells.size());
  std::iota(order.begin(), order.end(), CellIndex{0});
  std::ranges::stable_sort(order, std::greater{}, [&](CellIndex cell) { return off[cell]; });
  Rounding rounding(model);
  for (const CellIndex cell : order)
    rounding.try_off(cell);
  return rounding.result();
}

}  // namespace phusong::sunset
