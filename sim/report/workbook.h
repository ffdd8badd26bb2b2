#pragma once

#include <string>
#include <string_view>

#include "sim/report/stored/stored_run.h"

namespace phusong::report {

/// tables.xlsx, its words in `language` ("vi", "en"): the CSV tables of a run as one workbook, a sheet a table, with a
/// sheet of contents first. Tables with a row a sample point, and any with more rows than a sheet has room for, are
/// named there and left out. Throws gis::InputError where a table is not as this program writes it.
void write_workbook(const StoredRun& run, std::string_view language);

inline constexpr const char* kWorkbookFile = "tables.xlsx";

/// The name of a table's sheet: "plan_steps" for "plan/steps.csv".
std::string sheet_name(std::string_view file);

}  // namespace phusong::report
