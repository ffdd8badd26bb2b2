#include "gis/text.h"

#include <utf8proc.h>

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <memory>

namespace phusong::gis {
namespace {

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](unsigned char c) { return c < 0x80; });
}

/// The text with these options of utf8proc; as it is where it is not UTF-8.
std::string mapped(std::string_view text, int options) {
  utf8proc_uint8_t* result = nullptr;
  const auto size =
      utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()), static_cast<utf8proc_ssize_t>(text.size()),
                   &result, static_cast<utf8proc_option_t>(options | UTF8PROC_STABLE));
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(result, &std::free);
  if (size < 0) return std::string(text);
  return {reinterpret_cast<const char*>(result), static_cast<std::size_t>(size)};
}

/// Blanks, line ends, and characters that are not seen at all (zero width, direction marks, byte order mark).
bool is_blank(utf8proc_int32_t c) {
  switch (utf8proc_category(c)) {
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
    case UTF8PROC_CATEGORY_CF:
      return true;
    default:
      return (c >= '\t' && c <= '\r') || c == 0x85;
  }
}

bool is_hyphen(utf8proc_int32_t c) {
  return utf8proc_category(c) == UTF8PROC_CATEGORY_PD || c == 0x2212;  // the minus sign
}

/// Reads the characters of a text one by one.
class Characters {
 public:
  explicit Characters(std::string_view text) : rest_(text) {}

  bool at_end() const { return rest_.empty(); }
  /// The next character, and its bytes; -1 for a byte that is not UTF-8.
  std::pair<utf8proc_int32_t, std::string_view> next() {
    utf8proc_int32_t c = -1;
    const auto size = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(rest_.data()),
                                       static_cast<utf8proc_ssize_t>(rest_.size()), &c);
    const std::string_view bytes = rest_.substr(0, size < 1 ? 1 : static_cast<std::size_t>(size));
    rest_.remove_prefix(bytes.size());
    return {c, bytes};
  }

 private:
  std::string_view rest_;
};

std::string_view without_outer_blanks(std::string_view text) {
  std::size_t first = text.size(), last = 0, at = 0;
  for (Characters characters(text); !characters.at_end();) {
    const auto [c, bytes] = characters.next();
    if (!is_blank(c)) {
      first = std::min(first, at);
      last = at + bytes.size();
    }
    at += bytes.size();
  }
  return first < last ? text.substr(first, last - first) : std::string_view();
}

}  // namespace

std::string clean_text(std::string_view text) {
  const std::string_view kept = without_outer_blanks(text);
  return is_ascii(kept) ? std::string(kept) : mapped(kept, UTF8PROC_COMPOSE);
}

std::string without_case(std::string_view text) {
  if (is_ascii(text)) {
    std::string lower(text);
    std::transform(lower.begin(), lower.end(), lower.begin(), [](unsigned char c) { return std::tolower(c); });
    return lower;
  }
  return mapped(text, UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD);
}

std::string name_key(std::string_view name) {
  const std::string folded = without_case(name);
  std::string key;
  for (Characters characters(folded); !characters.at_end();) {
    const auto [c, bytes] = characters.next();
    if (!is_blank(c) && !is_hyphen(c)) key += bytes;
  }
  return key;
}

std::string plain_words(std::string_view text) {
  const std::string folded =
      mapped(text, UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_STRIPMARK | UTF8PROC_CASEFOLD);
  constexpr utf8proc_int32_t kBarredD = 0x111;
  std::string words;
  bool is_apart = false;
  for (Characters characters(folded); !characters.at_end();) {
    const auto [c, bytes] = characters.next();
    const auto category = c < 0 ? UTF8PROC_CATEGORY_CN : utf8proc_category(c);
    const bool is_letter = category == UTF8PROC_CATEGORY_LL || category == UTF8PROC_CATEGORY_LO ||
                           category == UTF8PROC_CATEGORY_LM || category == UTF8PROC_CATEGORY_ND;
    if (is_letter && is_apart && !words.empty()) words += ' ';
    if (is_letter) words += c == kBarredD ? std::string_view("d") : bytes;
    is_apart = !is_letter;
  }
  return words;
}

}  // namespace phusong::gis
