#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include "sim/sunset/model/sunset_model.h"

namespace phusong::sunset {

/// The period of an action that does not happen.
inline constexpr int kNever = 0;

/// Handsets given to a demand in a period.
struct Subsidy {
  DemandIndex demand = 0;
  int period = 0;
  ClassCounts handsets{};  ///< by the class that they leave
};

/// The period of every action; periods count from 1.
struct Schedule {
  std::vector<int> off_period;     ///< per OldCell
  std::vector<int> on_period;      ///< per Carrier
  std::vector<int> swap_period;    ///< per Swap
  std::vector<Subsidy> subsidies;  ///< by demand, then period

  explicit Schedule(const SunsetModel& model)
      : off_period(model.cells.size(), kNever),
        on_period(model.carriers.size(), kNever),
        swap_period(model.swaps.size(), kNever) {}

  std::span<const Subsidy> subsidies_of(DemandIndex demand) const {
    const auto first = std::ranges::lower_bound(subsidies, demand, {}, &Subsidy::demand);
    const auto end = std::ranges::upper_bound(subsidies, demand, {}, &Subsidy::demand);
    return {first, end};
  }
};

/// Whether an action of `period` has happened by the end of period `now`.
constexpr bool has_happened(int period, int now) {
  return period != kNever && period <= now;
}

/// The lexicographic objectives of a schedule, the most important first. README.md, (8) to (11).
struct Objective {
  std::int64_t cells_left = 0;       ///< old cells still on at the end
  int last_period = 0;               ///< in which an old cell goes off; 0: none does
  double refarmed_people_mhz = 0.0;  ///< Σ people · share covered by a refarmed carrier · MHz, over periods
  double cost_million_vnd = 0.0;
};
Objective objective_of(const SunsetModel& model, const Schedule& schedule);

/// Whether `a` is better in the first objective in which the two differ by more than rounding.
bool is_better(const Objective& a, const Objective& b);

}  // namespace phusong::sunset
