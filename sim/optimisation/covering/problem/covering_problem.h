#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace phusong::covering {

using OptionIndex = std::uint32_t;

/// Something that may be built, with the cheapest backhaul and power of its own.
struct Option {
  std::string name;       ///< of its variable in a written model: the candidate's id
  double cost = 0.0;      ///< in the objective: capex + opex_years · opex, million VND
  double capex = 0.0;     ///< what a budget limits, million VND
  std::size_t place = 0;  ///< at most one option of a place is built
};

/// A sample point of a hamlet. It is served when each of its layers has an option that is built; with one layer a
/// technology that is "all of the technologies", with one layer in all "any of them". Layers that the network of
/// today serves are left out: a point without layers is served already.
struct DemandPoint {
  double weight = 0.0;
  std::vector<std::vector<OptionIndex>> layers;  ///< options that serve it, ascending; an empty one is out of reach
};

/// A way for a hamlet to count: the weight of the points served reaches `least_weight` (less 1e-9).
struct Alternative {
  std::vector<DemandPoint> points;
  double least_weight = 0.0;
};

struct Demand {
  std::string name;         ///< the hamlet's id
  double value = 1.0;       ///< what it adds to the target: 1, or its people
  std::size_t hamlets = 1;  ///< of its commune that it stands for: more where equal ones were joined
  std::size_t commune = 0;  ///< index into SelectionGoal::least_hamlets_of_commune
  bool counts_already = false;
  std::vector<Alternative> ways;  ///< one of them is enough
};

/// What is asked: the least cost for a value, or the most value for a budget.
struct Goal {
  double least_value = 0.0;                           ///< Σ value of the hamlets that count
  std::optional<double> budget_capex;                 ///< most value for this capex; `least_value` is not looked at
  std::vector<std::size_t> least_hamlets_of_commune;  ///< hamlets that count, one a commune
};

struct Problem {
  std::vector<Option> options;
  std::vector<Demand> hamlets;
  Goal goal;
};

}  // namespace phusong::covering
