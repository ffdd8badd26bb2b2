#include "sim/report/comparison/stored_values.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "gis/cell_text.h"
#include "gis/problem.h"

namespace phusong::report {

gis::CellValue StoredTable::value(std::size_t row, std::string_view column) const {
  const auto found = std::ranges::find(table_.columns, column, &gis::Column::name);
  if (found == table_.columns.end()) return {};
  return table_.rows[row][static_cast<std::size_t>(found - table_.columns.begin())];
}

std::string StoredTable::text(std::size_t row, std::string_view column) const {
  return gis::text_of(value(row, column));
}

std::optional<double> StoredTable::number(std::size_t row, std::string_view column) const {
  const gis::CellValue found = value(row, column);
  if (const auto* const whole = std::get_if<std::int64_t>(&found)) return static_cast<double>(*whole);
  if (const auto* const number = std::get_if<gis::Number>(&found)) return number->value;
  const auto* const text = std::get_if<std::string>(&found);
  if (text == nullptr) return std::nullopt;
  gis::Problems problems;
  problems.add({.file = file_,
                .line = static_cast<long>(row) + 2,
                .key = std::string(column),
                .value = *text,
                .message = "is not a number; make the run again"});
  throw gis::InputError(std::move(problems));
}

std::optional<double> stored_number(const nlohmann::ordered_json& json, std::string_view key) {
  const auto found = json.find(key);
  if (found == json.end() || found->is_null()) return std::nullopt;
  return found->get<double>();
}

std::string stored_text_of(const nlohmann::ordered_json& json, std::string_view key) {
  const auto found = json.find(key);
  return found == json.end() || found->is_null() ? std::string() : found->get<std::string>();
}

analysis::FigureValues stored_figures(const nlohmann::ordered_json& json, const std::vector<std::string_view>& keys) {
  analysis::FigureValues figures;
  for (const std::string_view key : keys)
    figures.emplace_back(key, stored_number(json, key));
  return figures;
}

}  // namespace phusong::report
