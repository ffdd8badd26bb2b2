#include "gis/cell_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace phusong::gis {

std::string text_of(const Number& number) {
  if (!std::isfinite(number.value)) return "";
  // Three digits behind a point are what groups of thousands look like.
  const int decimals = number.decimals == 3 ? 4 : number.decimals;
  const std::string text = fmt::format("{:.{}f}", number.value, decimals);
  const bool is_minus_zero = text[0] == '-' && text.find_first_not_of("-0.") == std::string::npos;
  return is_minus_zero ? text.substr(1) : text;
}

std::string text_of(const CellValue& value) {
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  if (const auto* integer = std::get_if<std::int64_t>(&value)) return std::to_string(*integer);
  if (const auto* number = std::get_if<Number>(&value)) return text_of(*number);
  return "";
}

std::string plain_text(double number) {
  // Beyond that nobody writes all digits, and a double has no more of them than 17.
  constexpr double kWrittenOut = 1e21;
  const bool is_whole = std::abs(number) < kWrittenOut && number == std::floor(number);
  return is_whole ? fmt::format("{:.0f}", number + 0.0) : fmt::format("{}", number);
}

bool is_plain_number(std::string_view text) {
  if (text.starts_with('+')) text.remove_prefix(1);
  double value = 0.0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size() && std::isfinite(value);
}

bool runs_as_formula(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of('\''), text.size()));
  return !text.empty() && std::string_view("=+-@\t\r\n").find(text[0]) != std::string_view::npos &&
         !is_plain_number(text);
}

}  // namespace phusong::gis
