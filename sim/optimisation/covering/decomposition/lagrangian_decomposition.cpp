#include "sim/optimisation/covering/decomposition/lagrangian_decomposition.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "sim/optimisation/covering/problem/master_model.h"
#include "sim/progress/deadline.h"

namespace phusong::covering {

namespace {

/// Cost of each variable less Σ dual · coefficient over the rows of the master model.
std::vector<double> costs_beside_master(const DualSolution& dual) {
  const milp::Model& model = dual.master.model;
  std::vector<double> costs;
  for (const milp::Variable& variable : model.variables)
    costs.push_back(variable.cost);
  for (std::size_t r = 0; r < model.rows.size(); ++r) {
    for (const auto& [variable, coefficient] : model.rows[r].terms)
      costs[variable] -= dual.duals[r] * coefficient;
  }
  return costs;
}

/// Scales a cut so that its greatest coefficient is 1, and drops coefficients that are nothing beside it, for which the
/// right-hand side gives way: a variable is at most 1. The last demand stays, with 0 if need be, because the demands of
/// a cut say which subproblem it belongs to.
Cut scaled(Cut cut) {
  constexpr double kLeast = 1e-6;
  double greatest = 0.0;
  for (const auto& [option, coefficient] : cut.options)
    greatest = std::max(greatest, std::abs(coefficient));
  for (const auto& [demand, coefficient] : cut.demands)
    greatest = std::max(greatest, std::abs(coefficient));
  if (greatest == 0.0) return cut;
  cut.rhs /= greatest;
  const auto drop = [&](const auto& term) {
    const bool is_nothing = std::abs(term.second) < kLeast * greatest;
    if (is_nothing) cut.rhs -= std::max(0.0, term.second / greatest);
    return is_nothing;
  };
  const DemandIndex last = cut.demands.back().first;
  std::erase_if(cut.options, drop);
  std::erase_if(cut.demands, drop);
  if (cut.demands.empty() || cut.demands.back().first != last) cut.demands.emplace_back(last, 0.0);
  for (auto& [option, coefficient] : cut.options)
    coefficient /= greatest;
  for (auto& [demand, coefficient] : cut.demands)
    coefficient /= greatest;
  return cut;
}

/// Σ_i γ_i x_i + Σ_d δ_d z_d ≥ bound, the Lagrangian bound cut of a subproblem  (Eq. 14)
Cut subproblem_cut(const LagrangianSubproblem& subproblem, double bound) {
  Cut cut{.kind = CutKind::kSubproblem, .rhs = bound};
  for (std::size_t k = 0; k < subproblem.options.size(); ++k) {
    if (subproblem.problem.options[k].cost != 0.0)
      cut.options.emplace_back(subproblem.options[k], subproblem.problem.options[k].cost);
  }
  for (std::size_t d = 0; d < subproblem.demands.size(); ++d)
    cut.demands.emplace_back(subproblem.demands[d], subproblem.demand_cost[d]);
  return scaled(std::move(cut));
}

/// A demand with the numbers of a subproblem's options.
Demand renumbered(Demand demand, const std::vector<OptionIndex>& number) {
  for (Alternative& alternative : demand.alternatives) {
    for (DemandPoint& point : alternative.points) {
      for (auto& cover_set : point.cover_sets) {
        for (OptionIndex& option : cover_set)
          option = number[option];
      }
    }
  }
  return demand;
}

}  // namespace

std::vector<double> reduced_costs(const DualSolution& dual) {
  std::vector<double> costs = costs_beside_master(dual);
  for (std::size_t c = 0; c < dual.cuts.size(); ++c)
    subtract_dual(dual.problem, dual.cuts[c], dual.of_cut(c), costs);
  return costs;
}

/// The copy of an option in one subproblem.
struct LagrangianDecomposition::CostShare {
  std::size_t region = 0;
  double dual = 0.0;     ///< Σ dual · coefficient over the cuts of the subproblem
  double demands = 0.0;  ///< number of demands that it covers there
  double cost = 0.0;
};

/// The Lagrangian costs, and their split among the subproblems.
struct LagrangianDecomposition::CostSplit {
  std::vector<double> lagrangian_cost;         ///< per variable: its cost less what the dualised rows pay
  std::vector<std::vector<CostShare>> shares;  ///< per option; none before split_costs()
  std::vector<std::size_t> region_of_cut;      ///< per cut of the relaxation, or kLinking

  CostShare& share(std::size_t option, std::size_t region) {
    const auto found = std::ranges::find(shares[option], region, &CostShare::region);
    return found != shares[option].end() ? *found : shares[option].emplace_back(CostShare{.region = region});
  }
};

LagrangianDecomposition::LagrangianDecomposition(const Problem& problem, const CoverageCount& count, Regions regions)
    : problem_(problem), count_(count), regions_(std::move(regions)), region_of_(problem.demands.size()) {
  for (std::size_t r = 0; r < regions_.size(); ++r) {
    for (const DemandIndex demand : regions_[r])
      region_of_[demand] = r;
  }
}

std::vector<std::size_t> LagrangianDecomposition::subproblems_of(const std::vector<Cut>& cuts) const {
  std::vector<std::size_t> regions;
  for (const Cut& cut : cuts) {
    const std::size_t region = region_of_[cut.demands.back().first];
    const bool is_inside =
        std::ranges::all_of(cut.demands, [&](const auto& term) { return region_of_[term.first] == region; });
    regions.push_back(is_inside ? region : kLinking);
  }
  return regions;
}

/// Lagrangian costs beside the master model's rows and the linking cuts; nothing is split yet.
LagrangianDecomposition::CostSplit LagrangianDecomposition::linking_costs(const DualSolution& dual) const {
  CostSplit split{.lagrangian_cost = costs_beside_master(dual),
                  .shares = std::vector<std::vector<CostShare>>(problem_.options.size()),
                  .region_of_cut = subproblems_of(dual.cuts)};
  for (std::size_t c = 0; c < dual.cuts.size(); ++c) {
    if (split.region_of_cut[c] == kLinking)
      subtract_dual(problem_, dual.cuts[c], std::max(0.0, dual.of_cut(c)), split.lagrangian_cost);
  }
  return split;
}

/// Splits each option's Lagrangian cost among its copies: first what the cuts of the copy's subproblem pay, the rest by
/// the number of demands. The shares add up to no more than the cost, and to nothing where it is negative.
void LagrangianDecomposition::split_costs(const DualSolution& dual, CostSplit& split) const {
  for (OptionIndex i = 0; i < problem_.options.size(); ++i) {
    for (const DemandIndex demand : count_.demands_of(i))
      split.share(i, region_of_[demand]).demands += 1.0;
  }
  for (std::size_t c = 0; c < dual.cuts.size(); ++c) {
    const double multiplier = dual.of_cut(c);
    if (multiplier <= 0.0 || split.region_of_cut[c] == kLinking) continue;
    for (const auto& [option, coefficient] : dual.cuts[c].options)
      split.share(option, split.region_of_cut[c]).dual += multiplier * coefficient;
  }
  for (OptionIndex i = 0; i < problem_.options.size(); ++i) {
    double duals = 0.0, demands = 0.0, sum = 0.0;
    for (const CostShare& share : split.shares[i])
      duals += share.dual, demands += share.demands;
    for (CostShare& share : split.shares[i]) {
      share.cost = std::max(0.0, share.dual + (split.lagrangian_cost[i] - duals) * share.demands / demands);
      sum += share.cost;
    }
    const double most = std::max(0.0, split.lagrangian_cost[i]);
    for (CostShare& share : split.shares[i])
      if (sum > most) share.cost *= most / sum;
  }
}

LagrangianSubproblem LagrangianDecomposition::subproblem_at(std::size_t region, const DualSolution& dual,
                                                            const CostSplit& split) const {
  LagrangianSubproblem subproblem{.demands = regions_[region]};
  std::vector<OptionIndex> number(problem_.options.size(), 0);
  std::vector<DemandIndex> number_of_demand(problem_.demands.size(), 0);
  for (OptionIndex i = 0; i < problem_.options.size(); ++i) {
    const auto share = std::ranges::find(split.shares[i], region, &CostShare::region);
    if (share == split.shares[i].end()) continue;
    number[i] = static_cast<OptionIndex>(subproblem.options.size());
    const Option& option = problem_.options[i];
    subproblem.problem.options.push_back(
        {.name = option.name, .cost = share->cost, .exclusion_group = option.exclusion_group});
    subproblem.options.push_back(i);
  }
  for (const DemandIndex demand : regions_[region]) {
    number_of_demand[demand] = static_cast<DemandIndex>(subproblem.problem.demands.size());
    subproblem.problem.demands.push_back(renumbered(problem_.demands[demand], number));
    subproblem.demand_cost.push_back(std::min(0.0, split.lagrangian_cost[variable_of_demand(problem_, demand)]));
  }
  for (std::size_t c = 0; c < dual.cuts.size(); ++c) {
    if (split.region_of_cut[c] != region) continue;
    Cut& cut = subproblem.known_cuts.emplace_back(dual.cuts[c]);
    for (auto& [option, coefficient] : cut.options)
      option = number[option];
    for (auto& [demand, coefficient] : cut.demands)
      demand = number_of_demand[demand];
  }
  return subproblem;
}

std::vector<LagrangianSubproblem> LagrangianDecomposition::subproblems(const DualSolution& dual) const {
  CostSplit split = linking_costs(dual);
  split_costs(dual, split);
  std::vector<LagrangianSubproblem> all(regions_.size());
  tbb::parallel_for(std::size_t{0}, regions_.size(), [&](std::size_t r) { all[r] = subproblem_at(r, dual, split); });
  return all;
}

/// Σ_r dual_r · b_r over the dualised rows + Σ_i min(0, Lagrangian cost of x_i) + Σ subproblem bounds  (Eq. 13)
double LagrangianDecomposition::bound(const DualSolution& dual, const std::vector<double>& subproblem_bounds) const {
  const CostSplit split = linking_costs(dual);
  const milp::Model& model = dual.master.model;
  double bound = model.constant;
  for (std::size_t r = 0; r < model.rows.size(); ++r) {
    const milp::Row& row = model.rows[r];
    if (dual.duals[r] != 0.0) bound += dual.duals[r] * (dual.duals[r] > 0.0 ? row.lower : row.upper);
  }
  for (std::size_t c = 0; c < dual.cuts.size(); ++c) {
    if (split.region_of_cut[c] == kLinking) bound += std::max(0.0, dual.of_cut(c)) * dual.cuts[c].rhs;
  }
  for (OptionIndex i = 0; i < problem_.options.size(); ++i)
    bound += std::min(0.0, split.lagrangian_cost[i]);
  for (const double least : subproblem_bounds)
    bound += least;
  return bound;
}

std::vector<Cut> LagrangianDecomposition::cuts(const CutRelaxation& relaxation, const DecompositionLimits& limits,
                                               const progress::Progress& progress) const {
  const progress::Deadline deadline(limits.time_limit_s);
  if (!relaxation.relaxation().feasible) return {};
  const DualSolution dual{.problem = problem_,
                          .master = relaxation.master(),
                          .cuts = relaxation.cuts(),
                          .duals = relaxation.relaxation().row_duals};
  CostSplit split = linking_costs(dual);
  split_costs(dual, split);
  std::vector<Cut> all(regions_.size());
  tbb::parallel_for(std::size_t{0}, regions_.size(), [&](std::size_t r) {
    const LagrangianSubproblem subproblem = subproblem_at(r, dual, split);
    const DecompositionLimits left{.nodes = limits.nodes, .time_limit_s = deadline.left_s()};
    all[r] = subproblem_cut(subproblem, subproblem_bound(subproblem, left, progress));
  });
  std::erase_if(all, [&](const Cut& cut) {
    const double now = left_side(problem_, cut, relaxation.relaxation().values);
    return now >= cut.rhs - 1e-6 * std::max(1.0, std::abs(cut.rhs));
  });
  return all;
}

Cut in_whole(const LagrangianSubproblem& subproblem, Cut cut) {
  for (auto& [option, coefficient] : cut.options)
    option = subproblem.options[option];
  for (auto& [demand, coefficient] : cut.demands)
    demand = subproblem.demands[demand];
  return cut;
}

}  // namespace phusong::covering
