#pragma once

#include <fmt/core.h>

#include <cmath>
#include <map>
#include <string>

namespace phusong::tests {

/// The worst deviation from reference values, per quantity.
class Deviations {
 public:
  void add(const std::string& quantity, double actual, double expected, const std::string& case_id) {
    const double deviation = std::abs(actual - expected);
    auto& worst = worst_[quantity];
    if (!(deviation <= worst.value)) worst = {deviation, case_id};  // catches NaN too
  }

  double worst(const std::string& quantity) const { return worst_.at(quantity).value; }
  const auto& all() const { return worst_; }

  void print(const std::string& set) const {
    for (const auto& [quantity, worst] : worst_)
      fmt::print("{}: {:<28} worst deviation {:.3g}  {}\n", set, quantity, worst.value, worst.case_id);
  }

 private:
  struct Worst {
    double value = 0.0;
    std::string case_id;
  };
  std::map<std::string, Worst> worst_;
};

}  // namespace phusong::tests
