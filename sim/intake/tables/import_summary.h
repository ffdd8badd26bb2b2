#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "sim/intake/tables/import_table.h"

namespace phusong::intake {

/// What was imported, in Vietnamese for "vi" and English else: counts, how the columns were taken, what rows were
/// refused for, and the files.
std::string import_summary(const ImportedTable& imported, const std::filesystem::path& output,
                           std::string_view language);

/// The same counts and columns as JSON.
std::string import_json(const ImportedTable& imported);

}  // namespace phusong::intake
