#pragma once

#include <functional>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

#include "gis/vector_writer.h"
#include "sim/report/stored/stored_run.h"

namespace phusong::report {

/// A table as the page has it: {"columns": [names], "rows": [[values]]}, numbers as numbers, nothing as null. Where
/// `is_wanted` is given, the columns alone that it takes.
nlohmann::ordered_json page_table(const gis::OutputTable& table,
                                  const std::function<bool(std::string_view column)>& is_wanted = {});

/// The same of a file of a run; null where the run has none. Throws gis::InputError where it cannot be read.
nlohmann::ordered_json page_table_of(const StoredRun& run, std::string_view file,
                                     const std::function<bool(std::string_view column)>& is_wanted = {});

/// A JSON file of a run as it stands; null where the run has none. Throws gis::InputError where it cannot be read.
nlohmann::ordered_json page_json_of(const StoredRun& run, std::string_view file);

/// Where a column stands in such a table. Throws gis::InputError naming `file` where it has none of that name.
std::size_t page_column(const nlohmann::ordered_json& table, std::string_view column, const std::string& file);

}  // namespace phusong::report
