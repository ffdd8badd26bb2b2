#pragma once

#include <string_view>

namespace phusong::report {

/// What a comparison says, in one language; words in braces are placeholders.
struct ComparisonWording {
  std::string_view title;              ///< of the page
  std::string_view runs;               ///< {a} {b}
  std::string_view hamlets;            ///< {compared} {only_a} {only_b}
  std::string_view no_change;          ///< where nothing differs
  std::string_view status;             ///< {service} {a} {b} {difference} {better} {worse}
  std::string_view target;             ///< the target's technologies
  std::string_view people;             ///< {a} {b} {difference}
  std::string_view settings;           ///< {inputs} {options}
  std::string_view versions;           ///< {a} {b}
  std::string_view operators_differ;   ///< {a} {b}
  std::string_view technologies_only;  ///< {names}: in one run alone
  std::string_view plan;               ///< {a} {b} {difference}: capex
  std::string_view stations;           ///< {both} {only_a} {only_b}
  std::string_view sunset;             ///< {a} {b} {difference}: cells switched off
  std::string_view none, maps_missing;
  // The legend of the map.
  std::string_view better, worse, slightly_better, slightly_worse, unknown_change;
};

/// Vietnamese for "vi", English else.
const ComparisonWording& comparison_wording(std::string_view language);

}  // namespace phusong::report
