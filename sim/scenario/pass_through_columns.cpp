#include "sim/scenario/pass_through_columns.h"

#include <regex>

#include "sim/scenario/number_text.h"

namespace phusong::scenario {
namespace {

gis::ColumnType type_of(const Place& place) {
  if (std::holds_alternative<double*>(place) || std::holds_alternative<std::optional<double>*>(place))
    return gis::ColumnType::kReal;
  if (std::holds_alternative<std::string*>(place) || std::holds_alternative<Choice>(place))
    return gis::ColumnType::kText;
  return gis::ColumnType::kInteger;
}

/// A column with a value that can be read as thousands or as three decimals stays text: its meaning is not known.
gis::ColumnType type_of_pass_through(const gis::Table& table, std::size_t column) {
  std::vector<std::string> values;
  for (const gis::TableRow& row : table.rows) {
    const std::string& text = row.values.at(column);
    if (is_ambiguous(text, row.kind_of(column), table.marks)) return gis::ColumnType::kText;
    values.push_back(pass_through_text(text, row.kind_of(column), table.marks));
  }
  return type_of_texts(values);
}

}  // namespace

gis::ColumnType type_of_texts(const std::vector<std::string>& values) {
  static const std::regex kInteger("-?(0|[1-9][0-9]{0,14})");
  static const std::regex kReal("-?(0|[1-9][0-9]{0,14})(\\.[0-9]{1,15})?");
  bool any = false, integers = true;
  for (const std::string& value : values) {
    if (value.empty()) continue;
    any = true;
    if (!std::regex_match(value, kReal)) return gis::ColumnType::kText;
    integers = integers && std::regex_match(value, kInteger);
  }
  if (!any) return gis::ColumnType::kText;
  return integers ? gis::ColumnType::kInteger : gis::ColumnType::kReal;
}

std::vector<gis::Column> pass_through_columns(const gis::Table& table, const TableColumns& columns) {
  std::vector<gis::Column> result;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    if (const Column* const known = columns.known()[i]) {
      result.push_back({known->name, type_of(known->place)});
    } else {
      result.push_back({table.columns[i], type_of_pass_through(table, i)});
    }
  }
  return result;
}

}  // namespace phusong::scenario
