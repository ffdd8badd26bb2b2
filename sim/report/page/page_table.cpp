#include "sim/report/page/page_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "gis/problem.h"
#include "sim/report/json_text.h"

namespace phusong::report {
namespace {

using Json = nlohmann::ordered_json;

/// Whole numbers without ".0", which would be a fifth of a page's data.
Json number_json(double value) {
  constexpr double kExact = 9007199254740992.0;  // 2^53
  if (value == std::trunc(value) && std::abs(value) < kExact) return static_cast<std::int64_t>(value);
  return value;
}

Json value_json(const gis::CellValue& value) {
  if (const auto* const text = std::get_if<std::string>(&value)) return *text;
  if (const auto* const whole = std::get_if<std::int64_t>(&value)) return *whole;
  if (const auto* const number = std::get_if<gis::Number>(&value))
    return number_json(rounded(number->value, number->decimals));
  return nullptr;
}

}  // namespace

Json page_table(const gis::OutputTable& table, const std::function<bool(std::string_view)>& is_wanted) {
  std::vector<std::size_t> wanted;
  Json names = Json::array();
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    if (is_wanted && !is_wanted(table.columns[i].name)) continue;
    wanted.push_back(i);
    names.push_back(table.columns[i].name);
  }
  Json rows = Json::array();
  for (const std::vector<gis::CellValue>& row : table.rows) {
    Json values = Json::array();
    for (const std::size_t i : wanted)
      values.push_back(value_json(row[i]));
    rows.push_back(std::move(values));
  }
  return {{"columns", std::move(names)}, {"rows", std::move(rows)}};
}

Json page_table_of(const StoredRun& run, std::string_view file,
                   const std::function<bool(std::string_view)>& is_wanted) {
  return run.has(file) ? page_table(run.table(file), is_wanted) : Json();
}

Json page_json_of(const StoredRun& run, std::string_view file) {
  return run.has(file) ? run.json(file) : Json();
}

std::size_t page_column(const Json& table, std::string_view column, const std::string& file) {
  const Json& columns = table.at("columns");
  const auto found = std::ranges::find(columns, column);
  if (found == columns.end()) gis::fail(file, fmt::format("has no column {}; make the run again", column));
  return static_cast<std::size_t>(found - columns.begin());
}

}  // namespace phusong::report
