#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace phusong::intake {

/// A unit as people write it, by the quantity that it measures.
struct Unit {
  enum class Scale { kLinear, kLogOfPower };
  std::string_view name;    ///< as messages have it: "ft"
  std::string_view target;  ///< the unit that columns have: "m"
  double factor = 1.0;      ///< kLinear: target = factor · value; kLogOfPower: target = 10 log10(factor · value)
  double offset = 0.0;      ///< added
  Scale scale = Scale::kLinear;
};

/// The unit of this name that measures what `target` does ("m", "dBm", "MHz", …; empty for numbers without a unit);
/// nothing where there is none.
std::optional<Unit> find_unit(std::string_view written, std::string_view target);
/// Whether a word is a unit of anything.
bool is_unit(std::string_view word);
/// A value in the unit that columns have.
double in_target_unit(double value, const Unit& unit);
/// The units that `find_unit` knows for a target, for messages.
std::string allowed_units(std::string_view target);

}  // namespace phusong::intake
