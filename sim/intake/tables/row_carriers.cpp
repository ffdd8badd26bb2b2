#include "sim/intake/tables/row_carriers.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <regex>

#include "gis/text.h"
#include "sim/intake/tables/carrier_values.h"
#include "sim/intake/tables/cut_text.h"
#include "sim/intake/tables/number_value.h"
#include "sim/intake/tables/sector_rows.h"
#include "sim/intake/tables/technology_headers.h"

namespace phusong::intake {
namespace {

using network::Technology;

/// How many cells a column of a technology tells of: 0 for none, 1 for a mark; nothing for another text.
std::optional<int> marked_cells(const std::string& text) {
  const std::string word = gis::without_case(text);
  for (const char* const none : {"0", "không", "ko", "no", "chưa", "false"})
    if (word == none) return 0;
  if (says_nothing(text)) return 0;
  for (const char* const mark : {"x", "×", "✓", "✔", "v", "có", "co", "yes", "y", "true"})
    if (word == mark) return 1;
  constexpr int kMostCells = 24;
  int count = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
  const bool is_count = error == std::errc() && end == text.data() + text.size() && count > 0 && count <= kMostCells;
  return is_count ? std::optional(count) : std::nullopt;
}

/// The technologies that columns mark, in the order of the generations.
Carriers marked_carriers(Draft& draft) {
  Carriers carriers;
  for (const Technology technology : network::kTechnologies) {
    const std::string target = target_of_technology(kCellsTarget, technology);
    if (!draft.has(target)) continue;
    const DraftValue value = draft.values.find(target)->second;
    const std::optional<int> cells = marked_cells(value.text);
    if (!cells) draft.refuse(target, Reason::kCellCount, {value.text, value.header});
    if (cells.value_or(0) == 0) continue;
    carriers.push_back({.technology = technology});
    const std::size_t sectors = sector_count(draft);
    if (*cells > 1 && static_cast<std::size_t>(*cells) != sectors) {
      draft.refuse(target, Reason::kCellsWithoutAzimuth,
                   {value.text, std::string(network::name_of(technology)), std::to_string(sectors)});
    }
  }
  return carriers;
}

Carriers carriers_of_columns(const Draft& draft) {
  std::vector<Technology> technologies = technologies_of_columns(draft);
  if (technologies.empty()) technologies = technologies_of_channels(draft);
  Carriers carriers;
  for (const Technology technology : technologies)
    carriers.push_back({.technology = technology});
  return carriers;
}

bool has_all_of(const Carriers& some, const Carriers& others) {
  return std::ranges::all_of(some, [&others](const NamedTechnology& carrier) {
    return std::ranges::find(others, carrier.technology, &NamedTechnology::technology) != others.end();
  });
}

/// The carriers of several technologies, and of one where no list of its bands is looked at.
Carriers carriers_of_technologies(Draft& draft) {
  const Carriers marked = marked_carriers(draft);
  if (!draft.has("technology") || says_nothing(draft.text("technology")))
    return marked.empty() ? carriers_of_columns(draft) : marked;
  Carriers named = named_technologies(draft.text("technology"));
  const bool are_same = marked.empty() || (has_all_of(named, marked) && has_all_of(marked, named));
  if (!named.empty() && !are_same)
    draft.refuse("technology", Reason::kTechnologiesDiffer, {carriers_text(named), carriers_text(marked)});
  return named;
}

/// The column that lists the carriers of one technology: its frequencies, else its channels, else its bands.
std::string column_of_list(const Draft& draft, Technology technology) {
  for (const std::string& target : {std::string("frequency_mhz"), numbering_target(technology), std::string("arfcn"),
                                    std::string("channel"), std::string("band")}) {
    std::string own = target_of_technology(target, technology);
    if (draft.has(own)) return own;
    if (draft.has(target)) return target;
  }
  return "";
}

}  // namespace

Carriers carriers_of(Draft& draft) {
  Carriers carriers = carriers_of_technologies(draft);
  if (carriers.size() != 1 || !carriers.front().band.empty() || draft.is_refused()) return carriers;
  const std::string column = column_of_list(draft, carriers.front().technology);
  const std::size_t count = carrier_entries(draft.text(column)).size();
  if (count < 2) return carriers;
  if (count == sector_count(draft)) {
    // Sectors of 2G have a BCCH carrier each.
    const bool is_of_sectors = carriers.front().technology == Technology::k2G && target_of_all(column) != "band";
    if (!is_of_sectors) draft.refuse(column, Reason::kListOfWhat, {column, std::to_string(count)});
    return carriers;
  }
  carriers.resize(count, carriers.front());
  return carriers;
}

std::string carriers_text(const Carriers& carriers) {
  std::string text;
  for (const NamedTechnology& carrier : carriers) {
    const std::string name = carrier.band.empty() ? std::string(network::name_of(carrier.technology)) : carrier.band;
    text += (text.empty() ? "" : ", ") + name;
  }
  return text;
}

std::vector<std::string> carrier_entries(const std::string& text) {
  static const std::regex kMarks("[/;|&+\\n]|, +|\\svà\\s");
  std::vector<std::string> entries;
  for (const std::string& entry : cut_text(std::regex_replace(text, kMarks, "/"), "/"))
    entries.push_back(gis::clean_text(entry));
  return entries.size() > 1 ? entries : list_entries("", text);
}

std::string technology_headers_text(const Draft& draft) {
  std::string text;
  for (const auto& [target, value] : draft.values)
    if (target != target_of_all(target)) text += (text.empty() ? "" : ", ") + value.header;
  return text;
}

}  // namespace phusong::intake
