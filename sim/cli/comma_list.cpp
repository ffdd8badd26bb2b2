#include "sim/cli/comma_list.h"

#include <fmt/format.h>

#include <charconv>

#include "gis/text.h"
#include "sim/cli/exit_code.h"

namespace phusong::cli {

std::vector<std::string> parts_of(const std::string& text) {
  std::vector<std::string> parts;
  std::size_t begin = 0;
  for (std::size_t comma = text.find(','); comma != std::string::npos; comma = text.find(',', begin)) {
    parts.push_back(gis::clean_text(text.substr(begin, comma - begin)));
    begin = comma + 1;
  }
  parts.push_back(gis::clean_text(text.substr(begin)));
  return parts;
}

double number_in(std::string_view option, const std::string& text, const propagation::Limit& limit) {
  double value = 0.0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool is_number = error == std::errc() && end == text.data() + text.size();
  if (is_number && limit.holds(value)) return value;
  throw UsageError(fmt::format("{}: {} = '{}': {} (allowed: {})", option, limit.quantity, text,
                               is_number ? "out of range" : "is not a number", limit.range_text()));
}

}  // namespace phusong::cli
