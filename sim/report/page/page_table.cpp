#include "sim/report/page/page_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <nlohmann/json.hpp>

#include "gis/problem.h"

namespace phusong::report {
namespace {

using Json = nlohmann::ordered_json;

/// Whether a column holds texts whatever they look like: a commune may be called "7", and an id be all digits.
bool holds_text(std::string_view column) {
  constexpr std::array<std::string_view, 23> kNames = {"name",
                                                       "commune",
                                                       "district",
                                                       "province",
                                                       "commune_old",
                                                       "operator",
                                                       "id",
                                                       "to",
                                                       "note",
                                                       "reason",
                                                       "fix",
                                                       "action",
                                                       "technology",
                                                       "status",
                                                       "type",
                                                       "medium",
                                                       "backhaul",
                                                       "power",
                                                       "backhaul_to",
                                                       "cheapest_fix",
                                                       "second_path_to",
                                                       "technologies_added",
                                                       "carrier"};
  return column.ends_with("_id") || column.ends_with("_cell") || column.ends_with("_status") ||
         std::ranges::find(kNames, column) != kNames.end();
}

/// Written with a point, or with a comma where the table has those.
std::optional<double> number_in(std::string text, bool may_have_comma) {
  if (may_have_comma) std::ranges::replace(text, ',', '.');
  const std::string_view digits = std::string_view(text).substr(text.starts_with('-') ? 1 : 0);
  if (digits.size() > 1 && digits[0] == '0' && digits[1] != '.') return std::nullopt;  // an identifier
  double value = 0.0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value)) return std::nullopt;
  return value;
}

/// Whole numbers without ".0", which would be a fifth of a page's data.
Json number_json(double value) {
  constexpr double kExact = 9007199254740992.0;  // 2^53
  if (value == std::trunc(value) && std::abs(value) < kExact) return static_cast<std::int64_t>(value);
  return value;
}

/// Without the apostrophe that keeps a spreadsheet from running a text as a formula.
std::string unguarded(const std::string& text) {
  const bool is_guarded =
      text.size() > 1 && text[0] == '\'' && std::string_view("=+-@\t\r\n").find(text[1]) != std::string_view::npos;
  return is_guarded ? text.substr(1) : text;
}

Json value_json(const std::string& text, bool is_text, bool may_have_comma) {
  if (text.empty()) return nullptr;
  if (is_text) return unguarded(text);
  if (const auto number = number_in(text, may_have_comma)) return number_json(*number);
  return unguarded(text);
}

}  // namespace

Json page_table(const gis::Table& table, const std::function<bool(std::string_view)>& is_wanted) {
  std::vector<std::size_t> wanted;
  Json names = Json::array();
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    if (is_wanted && !is_wanted(table.columns[i])) continue;
    wanted.push_back(i);
    names.push_back(table.columns[i]);
  }
  Json rows = Json::array();
  for (const gis::TableRow& row : table.rows) {
    Json values = Json::array();
    for (const std::size_t i : wanted)
      values.push_back(value_json(row.values[i], holds_text(table.columns[i]), table.marks.comma_allowed));
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
