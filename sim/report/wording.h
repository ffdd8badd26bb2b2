#pragma once

#include <string>
#include <string_view>

#include "sim/coverage/verdict.h"
#include "sim/scenario/options.h"

namespace phusong::report {

/// The words of the report in one language. Names of columns, keys and statuses in files are not translated.
struct Wording {
  std::string_view only_by_gap_paths;                                     ///< hamlets' note
  std::string_view off_terrain;                                           ///< hamlets' note
  std::string_view mast, hamlet;                                          ///< in a warning: {id} {name}
  std::string_view mast_off_terrain, hamlet_off_terrain, beside_terrain;  ///< what follows such a name
  std::string_view hamlets_and_people;                                    ///< "{} hamlets, {} people"
  std::string_view covered, hollow, white, unknown, people_covered;
  std::string_view outdoor, vehicle, indoor;  ///< environments
  std::string_view or_word, and_word;
  std::string_view hamlet_target;          ///< {share} {technologies} {needed} {reached} {missing}
  std::string_view population_target;      ///< the same, needed and reached in people
  std::string_view broadband_target;       ///< {share} {needed} {reached} {missing}
  std::string_view quality_is_no_verdict;  ///< of SINR and throughput
  std::string_view calibrated;             ///< {file}
  std::string_view written_to, page_in_browser, look_at_it, warnings;
  std::string_view comma_tables, semicolon_tables;  ///< how the tables are written, and how to have them otherwise
  char decimal_mark = '.';
  std::string_view thousands_mark;
};

/// Vietnamese for "vi", English else.
const Wording& wording(std::string_view language);

/// "indoors"
std::string_view environment_text(scenario::Environment environment, const Wording& words);
/// 1234567 as "1.234.567" or "1,234,567".
std::string number_text(std::int64_t value, const Wording& words);
/// 1234.56 as "1.234,6" or "1,234.6" with one decimal.
std::string decimal_text(double value, int decimals, const Wording& words);
/// 1234.5 as "1234,5" or "1234.5": six digits at most, and none that says nothing.
std::string general_text(double value, const Wording& words);
/// 0.985 as "98,5 %" or "98.5 %".
std::string percent_text(double share, const Wording& words);

}  // namespace phusong::report
