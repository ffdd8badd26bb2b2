#pragma once

#include <string_view>

namespace phusong::report {

/// The sentences of a sunset's summary in one language; words in braces are placeholders.
struct SunsetWording {
  std::string_view finished;        ///< {technology} {cells} {quarter} {period} {periods}
  std::string_view finished_bound;  ///< {bound}
  std::string_view not_finished;    ///< {technology} {off} {cells} {left} {bound}
  std::string_view nothing_to_do;   ///< {technology}
  std::string_view crews;           ///< {periods}
  std::string_view crews_too_few;   ///< {periods}
  std::string_view refarmed;        ///< {carriers} {to} {frequency}
  std::string_view no_band;         ///< {technology} {frequency}
  std::string_view handsets;        ///< {handsets} {cost}
  std::string_view nobody_cut;
  std::string_view cut;               ///< {handsets}
  std::string_view held_back;         ///< {hamlets}
  std::string_view held_back_one;     ///< {hamlet} {name} {operator} {service} {share} {floor} {cells}
  std::string_view remedy_handsets;   ///< {handsets} {cost}
  std::string_view remedy_equipment;  ///< {site} {handsets} {cost}
  std::string_view no_remedy;
  std::string_view more;  ///< {count}
  std::string_view voice, data;
};

/// Vietnamese for "vi", English else.
const SunsetWording& sunset_wording(std::string_view language);

}  // namespace phusong::report
