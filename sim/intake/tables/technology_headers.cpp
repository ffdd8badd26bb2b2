#include "sim/intake/tables/technology_headers.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "gis/text.h"
#include "sim/intake/tables/technology_names.h"

namespace phusong::intake {
namespace {

constexpr std::string_view kTechnologyMark = " (";
constexpr std::string_view kWordMarks = " _.,-()[]/\t\n";

/// In `plain_words` form: what counts or marks the cells of a technology.
bool says_cells(const std::string& header) {
  static constexpr std::array<std::string_view, 14> kWords = {
      "",          "co",       "tram",      "so tram", "so luong tram", "so cell",         "so luong cell",
      "so sector", "so luong", "cong nghe", "song",    "phat song",     "so luong sector", "number of cells"};
  return std::ranges::find(kWords, gis::plain_words(header)) != kWords.end();
}

bool is_of_technology(std::string_view target) {
  return target.find(kTechnologyMark) != std::string_view::npos;
}

}  // namespace

std::optional<TechnologyHeader> technology_header(const std::string& header) {
  std::optional<network::Technology> found;
  std::string rest;
  for (std::size_t begin = 0; begin < header.size();) {
    const std::size_t end = std::min(header.find_first_of(kWordMarks, begin), header.size() - 1) + 1;
    const std::string word = header.substr(begin, end - begin);
    begin = end;
    const auto technology = technology_of_word(gis::plain_words(word));
    if (technology && found && technology != found) return std::nullopt;
    if (technology) {
      found = technology;
    } else {
      rest += word;
    }
  }
  if (!found) return std::nullopt;
  return TechnologyHeader{.technology = *found, .rest = gis::clean_text(rest), .counts_cells = says_cells(rest)};
}

std::string target_of_technology(std::string_view target, network::Technology technology) {
  return fmt::format("{}{}{})", target, kTechnologyMark, network::name_of(technology));
}

std::string target_of_all(std::string_view target) {
  return std::string(target.substr(0, target.find(kTechnologyMark)));
}

std::vector<network::Technology> technologies_of_columns(const Draft& draft) {
  std::vector<network::Technology> technologies;
  for (const network::Technology technology : network::kTechnologies) {
    const bool has_any = std::ranges::any_of(draft.values, [technology](const auto& value) {
      const std::string all = target_of_all(value.first);
      return all != kCellsTarget && value.first == target_of_technology(all, technology);
    });
    if (has_any) technologies.push_back(technology);
  }
  return technologies;
}

std::set<std::string> take_technology_values(Draft& draft, network::Technology technology) {
  std::set<std::string> taken;
  const auto values = draft.values;
  for (const auto& [target, value] : values) {
    if (!is_of_technology(target)) continue;
    const std::string all = target_of_all(target);
    draft.values.erase(target);
    if (all == kCellsTarget || target != target_of_technology(all, technology)) continue;
    draft.values[all] = value;
    taken.insert(all);
  }
  return taken;
}

}  // namespace phusong::intake
