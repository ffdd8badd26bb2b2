#pragma once

#include <string>
#include <string_view>
#include <variant>

namespace phusong::analysis {

/// Which part of a link's account a term belongs to.
enum class LinkTermGroup {
  kBudget,   ///< from the power to the level, line by line
  kService,  ///< what the level is held against
  kPath,     ///< geometry of the path and of the antennas
  kModel,    ///< values on the propagation model's way to the loss
};

/// A line of a link budget.
struct LinkTerm {
  LinkTermGroup group = LinkTermGroup::kBudget;
  std::string_view name;  ///< with its unit at the end where it has one: "tx_power_dbm"
  std::variant<double, std::string_view> value;
  std::string_view unit;
  std::string source;  ///< Recommendation and equation, table and column, or key of scenario.toml
  int sign = 0;        ///< 1: added on the way to the level, -1: subtracted, 0: not part of that sum
};

/// The number of a term that has one. Throws std::bad_variant_access for a text.
inline double number_of(const LinkTerm& term) {
  return std::get<double>(term.value);
}

}  // namespace phusong::analysis
