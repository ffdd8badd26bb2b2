#include "gis/cell_text.h"

#include <fmt/format.h>

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

}  // namespace phusong::gis
