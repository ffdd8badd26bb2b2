#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace phusong::covering {

using OptionIndex = std::uint32_t;
using DemandIndex = std::uint32_t;

/// A facility that may be built.
struct Option {
  std::string name;                 ///< of its variable in a written model
  double cost = 0.0;                ///< in the objective
  double capex = 0.0;               ///< charged to the budget, in the budget's unit
  std::size_t exclusion_group = 0;  ///< at most one option of an exclusion group is built
};

/// A point of a demand. It is served when every one of its cover sets holds a built option: one cover set stands for
/// "any of these options", several for "one of each". A point without cover sets is served already.
struct DemandPoint {
  double weight = 0.0;
  std::vector<std::vector<OptionIndex>> cover_sets;  ///< options, ascending; an empty one can never be satisfied
};

/// A criterion by which a demand may count: the weight of its served points reaches `least_weight` (less 1e-9).
struct Alternative {
  std::vector<DemandPoint> points;
  double least_weight = 0.0;
};

/// A customer of the covering problem. It counts as soon as one of its alternatives is met.
struct Demand {
  std::string name;              ///< of its variable in a written model
  double value = 1.0;            ///< added to the total value where it counts
  std::size_t multiplicity = 1;  ///< demands of its quota group that it stands for: more where equal ones were merged
  std::size_t quota_group = 0;   ///< index into Goal::quotas
  bool counts_already = false;
  std::vector<Alternative> alternatives;
};

/// The goal: least cost for a total value or, with a budget, most value.
struct Goal {
  double least_value = 0.0;            ///< Σ value of the demands that count
  std::optional<double> budget_capex;  ///< most value within this capex; `least_value` is then ignored
  std::vector<std::size_t> quotas;     ///< least number of demands that count, per quota group
};

/// A partial covering problem (README.md, eq. 1 to 7).
struct Problem {
  std::vector<Option> options;
  std::vector<Demand> demands;
  Goal goal;
};

}  // namespace phusong::covering
