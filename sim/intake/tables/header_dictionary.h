#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/intake/tables/import_kind.h"

namespace phusong::intake {

/// The headers, Vietnamese and English, that stand for a column of a table, or for a help in making one (an EARFCN, the
/// minutes of a latitude). Letter case, diacritics, blanks and punctuation do not count.
struct HeaderWords {
  std::string_view target;
  std::vector<std::string_view> words;
  bool sites = false, cells = false, hamlets = false, measurements = false;
  bool is_fallback = false;  ///< only where no other header stands for the target

  bool serves(ImportKind kind) const;
};

/// The whole dictionary. The columns' own names and the synonyms of scenario tables are known beside it.
const std::vector<HeaderWords>& header_dictionary();

/// The dictionary as text for people: a line a target.
std::string headers_text();

}  // namespace phusong::intake
