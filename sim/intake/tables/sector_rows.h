#pragma once

#include <string_view>
#include <vector>

#include "sim/intake/tables/draft.h"

namespace phusong::intake {

/// A row whose azimuth is a list ("0/120/240") as one row a sector; other columns whose values are lists of as many
/// entries give each sector its own, and a cell_id that stands for all gets -1, -2, …. "Omni" is no azimuth. A list
/// with an entry that is no azimuth is refused, and so is one that may be a number with decimals ("0,120"). A row of
/// one sector comes back alone.
std::vector<Draft> sector_rows(Draft draft);

/// How many sectors the azimuth of a row tells; 1 for one azimuth, and for none.
std::size_t sector_count(const Draft& draft);

/// The entries of a target's list of numbers, or of texts, between "/", ";", "|", blanks, or commas or hyphens where
/// there are more than two; one entry for a text that is no list. "+" stands between azimuths alone: elsewhere it adds
/// up.
std::vector<std::string> list_entries(std::string_view target, const std::string& text);

/// The columns of a cell that may hold a value for each sector, or for each carrier of the row.
const std::vector<std::string>& columns_of_lists();

}  // namespace phusong::intake
