#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "sim/intake/tables/draft.h"
#include "sim/network/technology.h"

namespace phusong::intake {

/// The target of columns that mark the technologies of a mast or count their cells: "2G", "Số cell 4G".
inline constexpr std::string_view kCellsTarget = "cells";

/// A header of one technology's column and what is left of it: "Tần số 4G (MHz)" is "Tần số (MHz)" of 4G.
struct TechnologyHeader {
  network::Technology technology;
  std::string rest;
  bool counts_cells = false;  ///< nothing is left, or words for the number of cells
};
/// Nothing where no technology, or more than one, stands in the header.
std::optional<TechnologyHeader> technology_header(const std::string& header);

/// The target of a column that holds the values of one technology: "frequency_mhz (4G)".
std::string target_of_technology(std::string_view target, network::Technology technology);
/// The target without its technology.
std::string target_of_all(std::string_view target);

/// The technologies that columns of their own say something of, apart from those that count cells.
std::vector<network::Technology> technologies_of_columns(const Draft& draft);
/// Puts the values of a technology's own columns in the place of those for all, and drops those of others. Returns the
/// targets that it took.
std::set<std::string> take_technology_values(Draft& draft, network::Technology technology);

}  // namespace phusong::intake
