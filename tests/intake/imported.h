#pragma once

#include <string>
#include <vector>

#include "sim/intake/tables/import_table.h"

namespace phusong::tests {

/// Imports the text of a CSV file.
intake::ImportedTable imported(const std::string& text, intake::ImportOptions options);
/// The value of a row that is written, as the table has it; empty where there is none.
std::string value_of(const intake::ImportedTable& table, std::size_t row, const std::string& column);
/// The values of a column.
std::vector<std::string> values_of(const intake::ImportedTable& table, const std::string& column);
/// What was changed and refused, a line each: "3 changed mast_height_m: '118 ft' → '35.97'; reason".
std::vector<std::string> account_of(const intake::ImportedTable& table);
/// The problems for which the file as a whole is not imported; empty where it is.
std::string problems_of(const std::string& text, const intake::ImportOptions& options);

}  // namespace phusong::tests
