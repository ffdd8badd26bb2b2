#include "propagation/antenna/msi_values.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <string>

namespace phusong::propagation::msi {
namespace {

constexpr double kDbiOverDbd = 2.15;  // gain of a half-wave dipole

bool is_digit(char c) {
  return std::isdigit(static_cast<unsigned char>(c)) != 0;
}

std::string lower_case(std::string_view text) {
  std::string lower(text);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return lower;
}

std::optional<double> tilt_from_first_number(std::string_view text) {
  const auto numbers = numbers_in(text);
  if (numbers.empty() || numbers.front() >= 90.0) return std::nullopt;
  return numbers.front();
}

}  // namespace

bool contains_word(std::string_view text, std::string_view word_lower_case) {
  return lower_case(text).find(word_lower_case) != std::string::npos;
}

std::vector<double> numbers_in(std::string_view text) {
  std::vector<double> numbers;
  const char* const end = text.data() + text.size();
  for (const char* at = text.data(); at != end;) {
    const bool starts = is_digit(*at) || (*at == '.' && at + 1 != end && is_digit(at[1]));
    double value = 0.0;
    if (starts && std::from_chars(at, end, value, std::chars_format::fixed).ec == std::errc{}) numbers.push_back(value);
    if (!starts) ++at;
    while (starts && at != end && (is_digit(*at) || *at == '.'))
      ++at;
  }
  return numbers;
}

std::optional<FrequencyRange> frequency_of(std::string_view text) {
  const auto numbers = numbers_in(text);
  if (numbers.empty()) return std::nullopt;
  const double mhz = contains_word(text, "ghz") ? 1000.0 : contains_word(text, "khz") ? 0.001 : 1.0;
  const auto [lower, upper] = std::minmax_element(numbers.begin(), numbers.end());
  return FrequencyRange{*lower * mhz, *upper * mhz};
}

std::optional<double> gain_dbi_of(std::string_view text) {
  const auto numbers = numbers_in(text);
  if (numbers.empty()) return std::nullopt;
  const bool negative = text.find('-') != std::string_view::npos;
  const double gain_db = negative ? -numbers.front() : numbers.front();
  return contains_word(text, "dbi") ? gain_db : gain_db + kDbiOverDbd;
}

std::optional<double> electrical_tilt_deg_of(std::string_view text) {
  if (contains_word(text, "mechanical") && !contains_word(text, "electrical")) return 0.0;
  return tilt_from_first_number(text);
}

std::optional<double> electrical_tilt_deg_in_comment(std::string_view text) {
  const std::string lower = lower_case(text);
  constexpr std::array<std::string_view, 5> kNames = {"electrical_tilt", "electrical tilt", "electrical downtilt",
                                                      "e-tilt", "etilt"};
  for (const auto name : kNames) {
    if (const auto at = lower.find(name); at != std::string::npos)
      return tilt_from_first_number(std::string_view(lower).substr(at + name.size()));
  }
  return std::nullopt;
}

}  // namespace phusong::propagation::msi
