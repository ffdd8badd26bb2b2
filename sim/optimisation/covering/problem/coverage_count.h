#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "sim/optimisation/covering/problem/covering_problem.h"

namespace phusong::covering {

/// The coverage of a selection, updated incrementally while options are built and removed: a change costs as much as
/// the option covers. Weights are whole numbers of 1e-12 here, so that sums do not drift.
class CoverageCount {
 public:
  explicit CoverageCount(const Problem& problem);

  static constexpr OptionIndex kNone = ~OptionIndex{0};

  /// Builds an option whose exclusion group is free.
  void build(OptionIndex option);
  void remove(OptionIndex option);

  bool built(OptionIndex option) const { return built_[option]; }
  /// Whether an option of its exclusion group is built.
  bool group_is_taken(OptionIndex option) const { return holder_of_group(option) != kNone; }
  /// The built option of its exclusion group (perhaps itself), or kNone.
  OptionIndex holder_of_group(OptionIndex option) const { return holder_[group_of_[option]]; }
  double value() const { return value_; }
  double cost() const { return cost_; }
  double capex() const { return capex_; }
  bool counts(std::size_t demand) const { return alternatives_met_[demand] > 0; }
  std::size_t count_in_quota_group(std::size_t quota_group) const { return count_in_quota_group_[quota_group]; }
  std::vector<OptionIndex> selection() const;

  /// Demands that an option covers a point of, and the options that cover a point of a demand; both ascending.
  const std::vector<std::uint32_t>& demands_of(OptionIndex option) const { return demands_of_[option]; }
  const std::vector<OptionIndex>& options_of(std::size_t demand) const { return options_of_[demand]; }

  /// Greedy score of building an option: Σ profit_d · share_d over the demands that do not count, where share_d is the
  /// part of the required weight that the option adds, for the alternative of d that gains most. A point that lacks m
  /// cover sets adds weight / m for each that the option satisfies.
  double greedy_score(OptionIndex option, const std::vector<double>& profit) const;

 private:
  struct AlternativeState {
    std::int64_t required = 0, served = 0;
    std::uint32_t demand = 0;
  };
  struct Point {
    std::int64_t weight = 0;
    std::uint32_t alternative = 0, cover_sets_missing = 0;
  };
  struct CoverSet {
    std::uint32_t point = 0, options_built = 0;
  };

  void add_demand(std::uint32_t index, const Demand& demand);
  void add_point(const DemandPoint& point, std::uint32_t alternative);
  void change_alternative(AlternativeState& alternative, std::int64_t weight);
  void change_demand(std::uint32_t demand, double sign);

  const Problem& problem_;
  std::vector<AlternativeState> alternatives_;
  std::vector<Point> points_;
  std::vector<CoverSet> cover_sets_;
  std::vector<std::uint32_t> alternatives_met_;  ///< one per demand
  std::vector<std::vector<std::uint32_t>> cover_sets_of_, demands_of_;
  std::vector<std::vector<OptionIndex>> options_of_;
  std::vector<bool> built_;
  std::vector<std::size_t> group_of_, count_in_quota_group_;
  std::vector<OptionIndex> holder_;  ///< one per exclusion group
  double value_ = 0.0, cost_ = 0.0, capex_ = 0.0;
};

}  // namespace phusong::covering
