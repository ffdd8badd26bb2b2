#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "sim/optimisation/milp/model.h"
#include "sim/sunset/model/sunset_model.h"

namespace phusong::sunset {

using Variable = std::size_t;
using Terms = std::vector<std::pair<Variable, double>>;

/// Cumulative variables of an action: one per period from 1 on, the amount done by its end, non-decreasing.
using Steps = std::vector<Variable>;

/// The variable of `steps` at the end of a period.
inline Variable by_end_of(int period, const Steps& steps) {
  return steps[static_cast<std::size_t>(period - 1)];
}

/// The decision variables. README.md, "Exact model".
struct ExactDecisions {
  std::vector<Steps> off;                             ///< per OldCell
  std::vector<Steps> on;                              ///< per Carrier; empty where it can never start
  std::vector<Steps> swap;                            ///< per Swap
  std::vector<std::array<Steps, kVolteIndex>> given;  ///< per Demand and handset class; empty where none can be given
};

/// Adds variables and rows to a model over the periods of a sunset.
class ExactRows {
 public:
  ExactRows(int periods, milp::Model& model) : periods_(periods), model_(model) {}

  int periods() const { return periods_; }
  Variable add_variable(std::string name, double upper, bool integer);
  /// Terms with the same variable are added up.
  void add_row(std::string name, double lower, double upper, const Terms& terms);
  void add_at_least(std::string name, double lower, const Terms& terms) {
    add_row(std::move(name), lower, milp::kInfinity, terms);
  }
  void add_at_most(std::string name, double upper, const Terms& terms) {
    add_row(std::move(name), -milp::kInfinity, upper, terms);
  }
  /// Adds integer variables from 0 to `most` and the rows that make them non-decreasing.
  Steps add_steps(const std::string& name, std::size_t index, double most = 1.0);

 private:
  int periods_;
  milp::Model& model_;
};

/// Appends the amount done within a period, times a factor.
void add_change(const Steps& steps, int period, double factor, Terms& terms);

}  // namespace phusong::sunset
