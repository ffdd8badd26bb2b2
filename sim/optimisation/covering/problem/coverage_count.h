#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "sim/optimisation/covering/problem/covering_problem.h"

namespace phusong::covering {

/// What a selection serves, kept up to date while options come and go; a change costs as much as the option serves.
/// A weight is a whole number of 1e-12 here: sums do not drift.
class CoverageCount {
 public:
  explicit CoverageCount(const Problem& problem);

  static constexpr OptionIndex kNone = ~OptionIndex{0};

  /// Its place must be free.
  void build(OptionIndex option);
  void remove(OptionIndex option);

  bool built(OptionIndex option) const { return built_[option]; }
  /// Whether an option stands at its place.
  bool place_is_taken(OptionIndex option) const { return holder_of_place(option) != kNone; }
  /// The option that stands at its place (perhaps itself), or kNone.
  OptionIndex holder_of_place(OptionIndex option) const { return holder_[place_of_[option]]; }
  double value() const { return value_; }
  double cost() const { return cost_; }
  double capex() const { return capex_; }
  bool counts(std::size_t hamlet) const { return ways_met_[hamlet] > 0; }
  std::size_t hamlets_of_commune(std::size_t commune) const { return commune_[commune]; }
  std::vector<OptionIndex> selection() const;

  /// Hamlets that an option serves some of, and the options that serve some of a hamlet.
  const std::vector<std::uint32_t>& hamlets_of(OptionIndex option) const { return hamlets_of_[option]; }
  const std::vector<OptionIndex>& options_of(std::size_t hamlet) const { return options_of_[hamlet]; }

  /// What building it would bring nearer: Σ prize of a hamlet that does not count × the share of its need that is
  /// served more, the nearest of its ways.
  double promise(OptionIndex option, const std::vector<double>& prize) const;

 private:
  struct Way {
    std::int64_t need = 0, served = 0;
    std::uint32_t hamlet = 0;
  };
  struct Point {
    std::int64_t weight = 0;
    std::uint32_t way = 0, layers_missing = 0;
  };
  struct Layer {
    std::uint32_t point = 0, options_built = 0;
  };

  void add_hamlet(std::uint32_t index, const Demand& hamlet);
  void add_point(const DemandPoint& point, std::uint32_t way);
  void change_way(Way& way, std::int64_t weight);
  void change_hamlet(std::uint32_t hamlet, double sign);

  const Problem& problem_;
  std::vector<Way> ways_;
  std::vector<Point> points_;
  std::vector<Layer> layers_;
  std::vector<std::uint32_t> ways_met_;  ///< one a hamlet
  std::vector<std::vector<std::uint32_t>> layers_of_, hamlets_of_;
  std::vector<std::vector<OptionIndex>> options_of_;
  std::vector<bool> built_;
  std::vector<std::size_t> place_of_, commune_;
  std::vector<OptionIndex> holder_;  ///< one a place
  double value_ = 0.0, cost_ = 0.0, capex_ = 0.0;
};

}  // namespace phusong::covering
