#pragma once

#include <string_view>

namespace phusong::report {

/// What a run says of failures, in one language; words in braces are placeholders.
struct ResilienceWording {
  std::string_view title;
  std::string_view nothing_lost;
  std::string_view site;          ///< {id} {name}
  std::string_view fibre;         ///< {id} {name} {masts}
  std::string_view grid;          ///< {id} {hours} {masts}
  std::string_view loss;          ///< {operator} {hamlets} {people}
  std::string_view any_operator;  ///< {hamlets} {people}
  // Of a plan.
  std::string_view plan_title;
  std::string_view station, relay;   ///< {id} {masts} {hamlets} {people}
  std::string_view link;             ///< {id} {to} {medium} {km} {masts} {hamlets} {people}
  std::string_view second_path;      ///< {medium} {to} {km} {cost}
  std::string_view second_terminal;  ///< {cost}
  std::string_view fibre_medium, microwave, satellite;
  // The legend of the map.
  std::string_view site_label, fibre_label, grid_label;
  std::string_view people_between;  ///< {least} {most}
  std::string_view people_from;     ///< {least}
};

/// Vietnamese for "vi", English else.
const ResilienceWording& resilience_wording(std::string_view language);

}  // namespace phusong::report
