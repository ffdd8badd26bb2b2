#pragma once

#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace phusong::propagation {

/// The allowed range of a quantity, as data: it makes the check, the message, the help line, the
/// documentation and the test. Both ends are allowed values, unless the range is open.
struct Limit {
  std::string_view quantity;  ///< name with its unit, e.g. "frequency_mhz"
  double min = -std::numeric_limits<double>::infinity();
  double max = std::numeric_limits<double>::infinity();
  std::string_view unit;  ///< e.g. "MHz"; empty where it has none
  bool open = false;      ///< the ends themselves are not allowed

  /// False for NaN too.
  bool holds(double value) const { return open ? value > min && value < max : value >= min && value <= max; }
  /// "30 … 6000 MHz", "≥ 0 m", "> 0 and < 100 %", "any number".
  std::string range_text() const;
};

/// A value outside a model's limits. The model still evaluates; its result carries the violations.
struct Violation {
  Limit limit;
  double value = 0.0;

  /// "frequency_mhz = 7000 is outside 30 … 6000 MHz".
  std::string text() const;
};

using Violations = std::vector<Violation>;

/// Appends a violation where `value` is out of `limit`.
void check(const Limit& limit, double value, Violations& violations);

}  // namespace phusong::propagation
