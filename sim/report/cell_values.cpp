#include "sim/report/cell_values.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <cmath>
#include <string>

#include "sim/report/json_text.h"

namespace phusong::report {
namespace {

template <class Value>
std::optional<Value> parse(std::string_view text) {
  Value value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

/// Decimals in "-12.340": 3; those that an exponent asks for are not counted.
int decimals_of(std::string_view text) {
  const std::size_t point = text.find('.');
  return point == std::string_view::npos ? 0 : static_cast<int>(text.size() - point - 1);
}

bool same_name(const std::string& a, const std::string& b) {
  const auto same = [](unsigned char x, unsigned char y) { return std::tolower(x) == std::tolower(y); };
  return std::ranges::equal(a, b, same);
}

}  // namespace

gis::CellValue decibels(std::optional<double> value) {
  if (!value) return std::monostate{};
  return gis::Number{*value, 2};
}

gis::CellValue megabits(std::optional<double> value) {
  return decibels(value);
}

gis::CellValue ratio(double value) {
  return gis::Number{value, 6};
}

gis::CellValue degrees(double value) {
  return gis::Number{value, 9};
}

gis::Number million_vnd(double value) {
  return {value, 2};
}

double rounded_million_vnd(double value) {
  return rounded(value, 2);
}

gis::Number read_again(double value) {
  constexpr double kRounding = 1e-7;
  return {value, std::abs(value - rounded(value, 2)) < kRounding ? 2 : 6};
}

gis::CellValue text_or_nothing(std::string_view text) {
  if (text.empty()) return std::monostate{};
  return std::string(text);
}

gis::CellValue input_value(std::string_view text, gis::ColumnType type) {
  if (type == gis::ColumnType::kInteger) {
    if (const auto value = parse<std::int64_t>(text)) return *value;
  }
  if (type == gis::ColumnType::kReal && text.find_first_of("eE") == std::string_view::npos) {
    const auto value = parse<double>(text);
    if (value && std::isfinite(*value)) return gis::Number{*value, decimals_of(text)};
  }
  return text_or_nothing(text);
}

std::string name_beside(const std::vector<gis::Column>& columns, std::string name) {
  while (std::ranges::any_of(columns, [&](const gis::Column& column) { return same_name(column.name, name); }))
    name = "input_" + name;
  return name;
}

}  // namespace phusong::report
