#pragma once

#include <fmt/core.h>

#include <cmath>
#include <string>
#include <utility>

namespace phusong::tests {

/// How well one quantity of a set meets its reference where each case has a tolerance of its own.
class Worst {
 public:
  explicit Worst(std::string set) : set_(std::move(set)) {}

  void add(double actual, double expected, double tolerance, const std::string& case_id) {
    const double deviation = std::abs(actual - expected);
    ++cases_;
    if (!(deviation <= tolerance)) ++failures_;  // catches NaN too
    if (deviation / tolerance <= share_) return;
    deviation_ = deviation;
    share_ = deviation / tolerance;
    case_ = case_id;
  }

  /// Prints a line for the log; true where there were cases and each was within its tolerance.
  bool holds() const {
    fmt::print("{}: worst deviation {:.3g}, {:.3g} of the tolerance, {} ({} values, {} beyond)\n", set_, deviation_,
               share_, case_, cases_, failures_);
    return cases_ > 0 && failures_ == 0;
  }

 private:
  std::string set_, case_;
  double deviation_ = 0.0, share_ = -1.0;
  int cases_ = 0, failures_ = 0;
};

}  // namespace phusong::tests
