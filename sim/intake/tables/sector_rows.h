#pragma once

#include <vector>

#include "sim/intake/tables/draft.h"

namespace phusong::intake {

/// A row whose azimuth is a list ("0/120/240") as one row a sector; other columns whose values are lists of as many
/// entries give each sector its own, and a cell_id that stands for all gets -1, -2, …. "Omni" is no azimuth. A row of
/// one sector comes back alone.
std::vector<Draft> sector_rows(Draft draft);

/// The entries of a list of numbers, or of texts, between "/", ";", "|", "+", blanks, or commas or hyphens where there
/// are more than two; one entry for a text that is no list.
std::vector<std::string> list_entries(const std::string& text);

}  // namespace phusong::intake
