#include "sim/report/comparison/stored_values.h"

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>

#include "gis/problem.h"

namespace phusong::report {

std::string StoredTable::text(std::size_t row, std::string_view column) const {
  const auto found = std::ranges::find(table_.columns, column);
  if (found == table_.columns.end()) return "";
  return table_.rows[row].values[static_cast<std::size_t>(found - table_.columns.begin())];
}

std::optional<double> StoredTable::number(std::size_t row, std::string_view column) const {
  const std::string written = text(row, column);
  if (written.empty()) return std::nullopt;
  // No table of a run has marks between thousands, so that a comma is a decimal comma.
  std::string plain = written;
  std::ranges::replace(plain, ',', '.');
  double value = 0.0;
  const auto [end, error] = std::from_chars(plain.data(), plain.data() + plain.size(), value);
  if (error == std::errc() && end == plain.data() + plain.size()) return value;
  gis::Problems problems;
  problems.add({.file = table_.file,
                .line = table_.rows[row].row,
                .key = std::string(column),
                .value = written,
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
