#include "sim/report/carried.h"

#include <cstddef>
#include <map>
#include <string>
#include <utility>

#include "sim/report/cell_values.h"
#include "sim/scenario/carried_columns.h"

namespace phusong::report {
namespace {

/// A column of the input and what rows have in it.
struct Carried {
  std::string name;
  std::vector<std::string> values;  ///< of each row, empty for none
  bool stays_text = false;
};

std::vector<Carried> columns_of(const std::vector<const network::CarriedFields*>& of_row) {
  std::vector<Carried> columns;
  std::map<std::string, std::size_t> index_of;
  for (std::size_t row = 0; row < of_row.size(); ++row) {
    for (const network::CarriedField& field : *of_row[row]) {
      const auto [found, is_new] = index_of.try_emplace(field.column, columns.size());
      if (is_new) columns.push_back({.name = field.column, .values = std::vector<std::string>(of_row.size())});
      Carried& column = columns[found->second];
      column.values[row] = field.value;
      column.stays_text = column.stays_text || field.stays_text;
    }
  }
  return columns;
}

}  // namespace

void add_carried(const std::vector<const network::CarriedFields*>& of_row, gis::OutputTable& table) {
  for (Carried& column : columns_of(of_row)) {
    const gis::ColumnType type = column.stays_text ? gis::ColumnType::kText : scenario::type_of_texts(column.values);
    table.columns.push_back({name_beside(table.columns, std::move(column.name)), type});
    for (std::size_t row = 0; row < table.rows.size(); ++row)
      table.rows[row].push_back(input_value(column.values[row], type));
  }
}

}  // namespace phusong::report
