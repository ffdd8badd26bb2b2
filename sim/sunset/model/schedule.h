#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include "sim/sunset/model/sunset_model.h"

namespace phusong::sunset {

/// "Never", where a period is asked for.
inline constexpr int kNever = 0;

/// Handsets given to a demand in a period.
struct Subsidy {
  DemandIndex demand = 0;
  int period = 0;
  ClassCounts handsets{};  ///< by the class that they leave
};

/// When everything happens. Periods count from 1; kNever for what does not happen.
struct Schedule {
  std::vector<int> off_period;     ///< one an OldCell
  std::vector<int> on_period;      ///< one a Carrier
  std::vector<int> swap_period;    ///< one a Swap
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

/// True once something that happens in `period` has happened.
constexpr bool has_happened(int period, int now) {
  return period != kNever && period <= now;
}

/// What a schedule is worth, the first first.
struct Objective {
  std::int64_t cells_left = 0;       ///< that could go off and do not
  int last_period = 0;               ///< in which a cell goes off; 0: none does
  double refarmed_people_mhz = 0.0;  ///< Σ people · share covered by a refarmed carrier · MHz, over periods
  double cost_million_vnd = 0.0;
};
Objective objective_of(const SunsetModel& model, const Schedule& schedule);

/// Better in the first level in which the two differ by more than rounding.
bool is_better(const Objective& a, const Objective& b);

}  // namespace phusong::sunset
