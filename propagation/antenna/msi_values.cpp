#include "propagation/antenna/msi_values.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <cmath>
#include <regex>
#include <sstream>
#include <stdexcept>
#include <utility>
#include <vector>

#include "propagation/antenna/msi_tokens.h"
#include "propagation/limit.h"

namespace phusong::propagation::msi {
namespace {

constexpr double kDbiOverDbd = 2.15;  // gain of a half-wave dipole
constexpr Limit kGain{.min = -20, .max = 60, .unit = "dBi"};
constexpr Limit kFrequency{.min = 20, .max = 100000, .unit = "MHz"};

[[noreturn]] void refuse(const std::string& form) {
  throw std::invalid_argument("is not " + form);
}

double within(double value, const Limit& limit) {
  if (!limit.holds(value)) throw std::invalid_argument("is out of range (" + limit.range_text() + ")");
  return value;
}

/// Takes away the marks that only set a value off from another.
std::vector<Token> without_marks(std::vector<Token> tokens, std::string_view marks) {
  std::erase_if(tokens, [marks](const Token& token) {
    return token.kind == Token::Kind::kMark && marks.find(token.text) != std::string_view::npos;
  });
  return tokens;
}

/// Throws where a gain in dBi and one in dBd are not the same gain, apart from their rounding.
void check_agree(double dbi, double dbd) {
  constexpr double kRoundingDb = 0.1 + 1e-9;
  if (std::abs(dbi - (dbd + kDbiOverDbd)) <= kRoundingDb) return;
  std::ostringstream text;
  text << "is not one gain: " << dbd << " dBd are " << dbd + kDbiOverDbd << " dBi, not " << dbi
       << " (allowed: a difference of at most 0.1 dB)";
  throw std::invalid_argument(text.str());
}

/// A number and its unit, empty where none is given.
struct Quantity {
  double value = 0.0;
  std::string unit;
};

/// The tokens as quantities, each unit after its number or each before it; nothing where they are anything else.
std::optional<std::vector<Quantity>> quantities_of(const std::vector<Token>& tokens) {
  if (tokens.empty()) return std::nullopt;
  const bool unit_first = tokens.front().is_word();
  std::vector<Quantity> quantities;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    Quantity quantity;
    if (unit_first && tokens[i].is_word()) quantity.unit = tokens[i++].text;
    if (i == tokens.size() || !tokens[i].is_number()) return std::nullopt;
    quantity.value = tokens[i].number;
    if (!unit_first && i + 1 < tokens.size() && tokens[i + 1].is_word()) quantity.unit = tokens[++i].text;
    quantities.push_back(quantity);
  }
  return quantities;
}

std::optional<double> mhz_in(const std::string& unit) {
  constexpr std::array<std::pair<std::string_view, double>, 5> kUnits = {
      {{"", 1.0}, {"hz", 1e-6}, {"khz", 1e-3}, {"mhz", 1.0}, {"ghz", 1e3}}};
  const auto found =
      std::find_if(kUnits.begin(), kUnits.end(), [&unit](const auto& known) { return known.first == unit; });
  return found == kUnits.end() ? std::nullopt : std::optional(found->second);
}

/// Takes away the one mark or word between the ends of a range. A dash before the upper end is such a mark too.
std::vector<Token> without_range_mark(std::vector<Token> tokens) {
  const auto parts = [](const Token& token) { return token.text == "-" || token.text == "/" || token.text == "to"; };
  for (std::size_t i = 1; i < tokens.size(); ++i) {
    if (tokens[i].is_number() && tokens[i].text.starts_with('-')) {
      tokens[i].number = -tokens[i].number;
      return tokens;
    }
    if (tokens[i].is_number() || !parts(tokens[i]) || i + 1 == tokens.size()) continue;
    tokens.erase(tokens.begin() + static_cast<std::ptrdiff_t>(i));
    return tokens;
  }
  return tokens;
}

bool has_word(const std::vector<Token>& tokens, std::string_view word) {
  return std::any_of(tokens.begin(), tokens.end(), [word](const Token& t) { return t.is_word() && t.text == word; });
}

bool belongs_to_tilt(const Token& token) {
  static const std::vector<std::string> kKnown = {"t",   "e",      "et",      "tilt", "etilt", "downtilt", "electrical",
                                                  "deg", "degree", "degrees", "°",    "º",     "\xB0",     "-",
                                                  "=",   ":",      "(",       ")",    "_"};
  return token.is_number() || std::find(kKnown.begin(), kKnown.end(), token.text) != kKnown.end();
}

std::optional<double> tilt_below_90(double angle_deg) {
  const double tilt_deg = std::abs(angle_deg);
  return tilt_deg < 90.0 ? std::optional(tilt_deg) : std::nullopt;
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
}

}  // namespace

std::string plain(std::string_view text) {
  std::string result(text);
  for (const char* const blank : {"\u00A0", "\u202F", "\uFEFF", "\u200B"})
    replace_all(result, blank, " ");
  for (const char* const dash : {"\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2212"})
    replace_all(result, dash, "-");
  return result;
}

std::optional<double> number_of(std::string_view text) {
  if (text.starts_with('+') && text.size() > 1 && text[1] != '-') text.remove_prefix(1);
  std::string decimal(text);
  if (const auto comma = decimal.find(','); comma != std::string::npos) {
    if (decimal.find('.') != std::string::npos) return std::nullopt;
    decimal[comma] = '.';
  }
  const bool only_digits = decimal.find_first_not_of("0123456789.+-eE") == std::string::npos;
  double value = 0.0;
  const char* const end = decimal.data() + decimal.size();
  const auto read = std::from_chars(decimal.data(), end, value);
  if (!only_digits || read.ec != std::errc{} || read.ptr != end || !std::isfinite(value)) return std::nullopt;
  return value;
}

FrequencyRange frequency_of(std::string_view text) {
  const std::string form = "one frequency or the two ends of a range (e.g. \"1845 MHz\" or \"1710 - 2170\")";
  const auto ends = quantities_of(without_range_mark(without_marks(tokens_of(text), "()[]")));
  if (!ends || ends->size() > 2) refuse(form);
  // A unit that stands once is that of both ends.
  const auto mhz_of = [&](const Quantity& end, const Quantity& other) {
    const std::optional<double> mhz = mhz_in(end.unit.empty() ? other.unit : end.unit);
    if (!mhz) refuse(form);
    return within(end.value * *mhz, kFrequency);
  };
  const double one_mhz = mhz_of(ends->front(), ends->back());
  const double other_mhz = mhz_of(ends->back(), ends->front());
  return {std::min(one_mhz, other_mhz), std::max(one_mhz, other_mhz)};
}

double gain_dbi_of(std::string_view text) {
  const std::string form = "one gain with one unit, dBi or dBd (e.g. \"17.5 dBi\" or \"15.35 dBd\")";
  const auto gains = quantities_of(without_marks(tokens_of(text), "()[]/=,;"));
  if (!gains || gains->size() > 2) refuse(form);
  const auto of_unit = [&gains](std::string_view unit) {
    return std::find_if(gains->begin(), gains->end(), [unit](const Quantity& gain) { return gain.unit == unit; });
  };
  const auto dbi = of_unit("dbi");
  const auto dbd = of_unit("dbd");
  if (gains->size() == 2 && (dbi == gains->end() || dbd == gains->end())) refuse(form);
  if (gains->size() == 2) check_agree(dbi->value, dbd->value);
  if (dbi != gains->end()) return within(dbi->value, kGain);
  if (dbd == gains->end() && !gains->front().unit.empty()) refuse(form);
  return within(gains->front().value + kDbiOverDbd, kGain);
}

bool is_mechanical_tilt(std::string_view text) {
  const std::vector<Token> tokens = tokens_of(text);
  return has_word(tokens, "mechanical") && !has_word(tokens, "electrical");
}

std::optional<double> electrical_tilt_deg_of(std::string_view text) {
  const std::vector<Token> tokens = tokens_of(text);
  if (is_mechanical_tilt(text)) return std::nullopt;
  const auto numbers =
      std::count_if(tokens.begin(), tokens.end(), [](const Token& token) { return token.is_number(); });
  const bool has_digits = text.find_first_of("0123456789") != std::string_view::npos;
  if (!has_digits) return std::nullopt;
  if (numbers != 1 || !std::all_of(tokens.begin(), tokens.end(), belongs_to_tilt))
    refuse("one angle (e.g. \"6\", \"T6\" or \"6-Deg Electrical\")");
  return tilt_below_90(
      std::find_if(tokens.begin(), tokens.end(), [](const Token& token) { return token.is_number(); })->number);
}

std::optional<double> electrical_tilt_deg_in_comment(std::string_view text) {
  // The name, an angle with its unit at most, and no further number, which would make it a range.
  static const std::regex kPhrase(
      R"((?:electrical[_ ](?:down)?tilt|e-?tilt)\s*[:=]?\s*([+-]?\d+(?:[.,]\d+)?)(?![\d.,]*\d)(?!\s*(?:-|to|\.\.)\s*\d))",
      std::regex::icase);
  const std::string plain_text = plain(text);
  std::smatch found;
  if (!std::regex_search(plain_text, found, kPhrase)) return std::nullopt;
  const std::optional<double> angle_deg = number_of(found.str(1));
  return angle_deg ? tilt_below_90(*angle_deg) : std::nullopt;
}

}  // namespace phusong::propagation::msi
