#pragma once

#include <filesystem>
#include <string_view>

#include "sim/intake/tables/import_table.h"

namespace phusong::intake {

/// "import.csv" beside a table.
std::filesystem::path import_list_of(const std::filesystem::path& output);

/// Writes the table, where it has rows, and beside it `import.csv`: every value that was changed and every row that was
/// refused, with the reason in that language. An `import.csv` that is there keeps its rows of other tables. Throws
/// gis::InputError where it is no such list, and gis::MachineError.
void write_import(const ImportedTable& imported, const std::filesystem::path& output, std::string_view language);

}  // namespace phusong::intake
