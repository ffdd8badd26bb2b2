#pragma once

#include <cstddef>
#include <limits>
#include <string>
#include <utility>
#include <vector>

namespace phusong::milp {

inline constexpr double kInfinity = std::numeric_limits<double>::infinity();

enum class Sense { kMinimise, kMaximise };

/// A variable. Its name is unique and is made of letters that the LP format knows.
struct Variable {
  std::string name;
  double lower = 0.0, upper = kInfinity;
  double cost = 0.0;  ///< coefficient in the objective
  bool integer = false;
};

/// lower ≤ Σ coefficient · variable ≤ upper
struct Row {
  std::string name;
  double lower = -kInfinity, upper = kInfinity;
  std::vector<std::pair<std::size_t, double>> terms;  ///< variable and coefficient, each variable once
};

/// A mixed-integer linear model.
struct Model {
  Sense sense = Sense::kMinimise;
  std::vector<Variable> variables;
  std::vector<Row> rows;
  double constant = 0.0;  ///< in the objective
};

}  // namespace phusong::milp
