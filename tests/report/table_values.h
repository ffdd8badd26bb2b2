#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <variant>

#include "gis/vector_writer.h"

// Looks into the tables that the report makes, by row and the name of the column.
namespace phusong::tests {

inline const gis::CellValue& value(const gis::OutputTable& table, std::size_t row, const std::string& column) {
  CAPTURE(column);
  const auto found = std::ranges::find(table.columns, column, &gis::Column::name);
  REQUIRE(found != table.columns.end());
  REQUIRE(row < table.rows.size());
  REQUIRE(table.rows[row].size() == table.columns.size());
  return table.rows[row][static_cast<std::size_t>(found - table.columns.begin())];
}

inline std::string text(const gis::OutputTable& table, std::size_t row, const std::string& column) {
  return std::get<std::string>(value(table, row, column));
}

inline std::int64_t whole(const gis::OutputTable& table, std::size_t row, const std::string& column) {
  return std::get<std::int64_t>(value(table, row, column));
}

inline gis::Number number(const gis::OutputTable& table, std::size_t row, const std::string& column) {
  return std::get<gis::Number>(value(table, row, column));
}

inline bool is_nothing(const gis::CellValue& cell) {
  return std::holds_alternative<std::monostate>(cell);
}

}  // namespace phusong::tests
