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

/// What has happened by the end of each period, from 1 on: a variable a period, none less than the one before.
using Steps = std::vector<Variable>;

/// Its variable at the end of a period.
inline Variable by_end_of(int period, const Steps& steps) {
  return steps[static_cast<std::size_t>(period - 1)];
}

/// All that a sunset decides.
struct ExactDecisions {
  std::vector<Steps> off;                             ///< one a cell
  std::vector<Steps> on;                              ///< one a carrier; of one that never starts: empty
  std::vector<Steps> swap;                            ///< one a swap
  std::vector<std::array<Steps, kVolteIndex>> given;  ///< handsets so far, one a demand; empty where none count
};

/// Writes a model over the periods of a sunset, variable by variable and row by row.
class ExactRows {
 public:
  ExactRows(int periods, milp::Model& model) : periods_(periods), model_(model) {}

  int periods() const { return periods_; }
  Variable add_variable(std::string name, double upper, bool integer);
  /// A variable may be in several terms.
  void add_row(std::string name, double lower, double upper, const Terms& terms);
  void add_at_least(std::string name, double lower, const Terms& terms) {
    add_row(std::move(name), lower, milp::kInfinity, terms);
  }
  void add_at_most(std::string name, double upper, const Terms& terms) {
    add_row(std::move(name), -milp::kInfinity, upper, terms);
  }
  /// Whole numbers up to `most` that only grow.
  Steps add_steps(const std::string& name, std::size_t index, double most = 1.0);

 private:
  int periods_;
  milp::Model& model_;
};

/// Appends what happens within a period, times a factor.
void add_change(const Steps& steps, int period, double factor, Terms& terms);

}  // namespace phusong::sunset
