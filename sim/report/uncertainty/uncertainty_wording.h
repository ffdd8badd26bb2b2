#pragma once

#include <string_view>

namespace phusong::report {

/// The sentences of a run's uncertainty in one language; words in braces are placeholders.
struct UncertaintyWording {
  std::string_view title;         ///< {draws} {seed}
  std::string_view as_it_stands;  ///< {operator}
  std::string_view plan_before, plan_after;
  std::string_view period;  ///< {period}
  std::string_view share;   ///< {state} {low} {middle} {high}
  std::string_view target;  ///< {probability}
};

/// Vietnamese for "vi", English else.
const UncertaintyWording& uncertainty_wording(std::string_view language);

}  // namespace phusong::report
