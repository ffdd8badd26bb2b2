#include "sim/intake/tables/sector_rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <regex>
#include <set>

#include "gis/text.h"
#include "sim/intake/tables/cut_text.h"
#include "sim/intake/tables/number_value.h"
#include "sim/network/technology.h"

namespace phusong::intake {
namespace {

std::vector<std::string> clean_pieces(const std::string& text, std::string_view separator) {
  std::vector<std::string> pieces = cut_text(text, separator);
  for (std::string& piece : pieces)
    piece = gis::clean_text(piece);
  return pieces;
}

bool are_numbers(const std::vector<std::string>& entries) {
  static const std::regex kNumber("^[0-9.]+ *(?:°|º|độ|deg)?$");
  return std::ranges::all_of(entries, [](const std::string& entry) { return std::regex_match(entry, kNumber); });
}

/// "3 sector": how many there are, and no azimuth; empty for another text.
std::string bare_count(const std::string& text) {
  static const std::regex kCount("^([0-9]+) *(?:sectors?|cells?|hướng|búp|anten)$", std::regex::icase);
  std::smatch found;
  return std::regex_match(text, found, kCount) ? found[1].str() : "";
}

bool is_omnidirectional(const std::string& text) {
  const std::string words = gis::plain_words(text);
  return words == "omni" || words == "vo huong" || words == "omnidirectional";
}

/// "0,120" is two azimuths, or one with three decimals.
bool may_be_two(const std::string& text) {
  static const std::regex kTwo("^([0-9]{1,3}),([0-9]{3})$");
  constexpr int kFullCircleDeg = 360;
  std::smatch found;
  return std::regex_match(text, found, kTwo) && std::stoi(found[1]) <= kFullCircleDeg &&
         std::stoi(found[2]) <= kFullCircleDeg;
}

}  // namespace

const std::vector<std::string>& columns_of_lists() {
  static const std::vector<std::string> kTargets = {"cell_id",
                                                    "antenna_height_agl_m",
                                                    "mechanical_tilt_deg",
                                                    "electrical_tilt_deg",
                                                    "beamwidth_h_deg",
                                                    "beamwidth_v_deg",
                                                    "tx_power_dbm",
                                                    "antenna_gain_dbi",
                                                    "feeder_loss_db",
                                                    "antenna_pattern",
                                                    "eirp_dbm",
                                                    "erp_dbm",
                                                    "tilt"};
  return kTargets;
}

std::vector<std::string> list_entries(std::string_view target, const std::string& text) {
  if (target == "cell_id") return clean_pieces(text, "/");
  for (const std::string_view separator : {"/", ";", "|", "\n", "+"}) {
    if (separator == "+" && target != "azimuth_deg") continue;
    if (text.find(separator) != std::string::npos) return clean_pieces(text, separator);
  }
  for (const std::string_view separator : {", ", ",", "-", " "}) {
    std::vector<std::string> entries = clean_pieces(text, separator);
    std::erase(entries, "");
    const std::size_t least = separator == " " || separator == ", " ? 2 : 3;
    if (entries.size() >= least && are_numbers(entries)) return entries;
  }
  return {text};
}

std::size_t sector_count(const Draft& draft) {
  const std::string azimuths = draft.text("azimuth_deg");
  return says_nothing(azimuths) ? 1 : list_entries("azimuth_deg", azimuths).size();
}

namespace {

/// Sectors of 2G have a BCCH carrier each.
bool may_be_list(const Draft& sector, const std::string& target) {
  static const std::set<std::string, std::less<>> kCarriers = {"frequency_mhz", "arfcn", "channel"};
  if (std::ranges::find(columns_of_lists(), target) != columns_of_lists().end()) return true;
  const bool is_2g = network::technology_from_name(sector.text("technology")) == network::Technology::k2G ||
                     (!sector.has("technology") && target == "arfcn");
  return is_2g && kCarriers.contains(target);
}

/// Gives a sector its entry of each list; false where a list has another number of entries.
bool take_entries(Draft& sector, std::size_t index, std::size_t count) {
  for (auto& [target, value] : sector.values) {
    if (!may_be_list(sector, target) || says_nothing(value.text)) continue;
    std::vector<std::string> entries = list_entries(target, value.text);
    if (entries.size() == 1) {
      if (target == "cell_id") value.text += fmt::format("-{}", index + 1);
      continue;
    }
    if (entries.size() != count) {
      sector.refuse(target, Reason::kSectorCounts, {target, std::to_string(entries.size()), std::to_string(count)});
      return false;
    }
    value.source = value.source_text();
    value.text = entries[index];
    value.kind = gis::CellKind::kText;
  }
  return true;
}

/// Whether the entries are azimuths; refuses the row where they are not.
bool check_azimuths(Draft& draft, const std::vector<std::string>& entries) {
  for (const std::string& entry : entries) {
    const bool has_digit = entry.find_first_of("0123456789") != std::string::npos;
    if (!has_digit) draft.refuse("azimuth_deg", Reason::kSectorAzimuth, {entry});
    if (!has_digit) return false;
  }
  return true;
}

}  // namespace

std::vector<Draft> sector_rows(Draft draft) {
  const std::string azimuths = draft.text("azimuth_deg");
  if (is_omnidirectional(azimuths)) draft.change("azimuth_deg", "", Reason::kWord);
  if (may_be_two(azimuths)) draft.refuse("azimuth_deg", Reason::kListOrDecimals, {azimuths});
  if (const std::string bare = bare_count(azimuths); !bare.empty()) {
    draft.refuse("azimuth_deg", Reason::kCellsWithoutAzimuth, {bare, draft.text("technology"), "0"});
    draft.values.erase("azimuth_deg");
  }
  const std::size_t count = sector_count(draft);
  if (count < 2 || draft.is_refused()) return {std::move(draft)};
  const std::vector<std::string> entries = list_entries("azimuth_deg", azimuths);
  if (!check_azimuths(draft, entries)) return {std::move(draft)};
  std::vector<Draft> sectors;
  for (std::size_t i = 0; i < count; ++i) {
    Draft sector = draft;
    if (i > 0) sector.forget_changes();
    if (!take_entries(sector, i, count)) return {std::move(sector)};
    sector.change("azimuth_deg", entries[i], Reason::kSector, {std::to_string(i + 1), std::to_string(count), azimuths});
    sectors.push_back(std::move(sector));
  }
  return sectors;
}

}  // namespace phusong::intake
