#include "propagation/limit.h"

#include <cmath>
#include <sstream>

namespace phusong::propagation {
namespace {

std::string number_text(double value) {
  std::ostringstream text;
  text << value;
  return text.str();
}

}  // namespace

std::string Limit::range_text() const {
  const std::string suffix = unit.empty() ? "" : " " + std::string(unit);
  if (std::isinf(min) && std::isinf(max)) return "any number" + (unit.empty() ? "" : " of " + std::string(unit));
  if (std::isinf(max)) return (open ? "> " : "≥ ") + number_text(min) + suffix;
  if (std::isinf(min)) return (open ? "< " : "≤ ") + number_text(max) + suffix;
  if (open) return "> " + number_text(min) + " and < " + number_text(max) + suffix;
  return number_text(min) + " … " + number_text(max) + suffix;
}

std::string Violation::text() const {
  return std::string(limit.quantity) + " = " + number_text(value) + " is outside " + limit.range_text();
}

void check(const Limit& limit, double value, Violations& violations) {
  if (!limit.holds(value)) violations.push_back({limit, value});
}

}  // namespace phusong::propagation
