#include "sim/report/pass_through.h"

#include <cstddef>
#include <map>
#include <string>
#include <utility>

#include "sim/report/cell_values.h"
#include "sim/scenario/pass_through_columns.h"

namespace phusong::report {
namespace {

/// A pass-through column of the input and the rows' values in it.
struct PassThroughColumn {
  std::string name;
  std::vector<std::string> values;  ///< one per row, empty for none
  bool stays_text = false;
};

std::vector<PassThroughColumn> columns_of(const std::vector<const network::PassThroughFields*>& of_row) {
  std::vector<PassThroughColumn> columns;
  std::map<std::string, std::size_t> index_of;
  for (std::size_t row = 0; row < of_row.size(); ++row) {
    for (const network::PassThroughField& field : *of_row[row]) {
      const auto [found, is_new] = index_of.try_emplace(field.column, columns.size());
      if (is_new) columns.push_back({.name = field.column, .values = std::vector<std::string>(of_row.size())});
      PassThroughColumn& column = columns[found->second];
      column.values[row] = field.value;
      column.stays_text = column.stays_text || field.stays_text;
    }
  }
  return columns;
}

}  // namespace

void add_pass_through(const std::vector<const network::PassThroughFields*>& of_row, gis::OutputTable& table) {
  for (PassThroughColumn& column : columns_of(of_row)) {
    const gis::ColumnType type = column.stays_text ? gis::ColumnType::kText : scenario::type_of_texts(column.values);
    table.columns.push_back({name_beside(table.columns, std::move(column.name)), type});
    for (std::size_t row = 0; row < table.rows.size(); ++row)
      table.rows[row].push_back(input_value(column.values[row], type));
  }
}

}  // namespace phusong::report
