#include "sim/intake/tables/sector_rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "gis/text.h"
#include "sim/intake/tables/cut_text.h"

namespace phusong::intake {
namespace {

std::vector<std::string> clean_pieces(const std::string& text, std::string_view separator) {
  std::vector<std::string> pieces = cut_text(text, separator);
  for (std::string& piece : pieces)
    piece = gis::clean_text(piece);
  return pieces;
}

bool are_numbers(const std::vector<std::string>& entries) {
  return std::ranges::all_of(entries, [](const std::string& entry) {
    return !entry.empty() && entry.find_first_not_of("0123456789.°") == std::string::npos;
  });
}

bool is_omnidirectional(const std::string& text) {
  const std::string words = gis::plain_words(text);
  return words == "omni" || words == "vo huong" || words == "omnidirectional";
}

/// Columns of a cell that may hold a value a sector.
bool may_be_list(const std::string& target) {
  static const std::set<std::string, std::less<>> kTargets = {
      "cell_id",         "antenna_height_agl_m", "mechanical_tilt_deg", "electrical_tilt_deg", "beamwidth_h_deg",
      "beamwidth_v_deg", "tx_power_dbm",         "antenna_gain_dbi",    "feeder_loss_db",      "antenna_pattern"};
  return kTargets.contains(target);
}

}  // namespace

std::vector<std::string> list_entries(const std::string& text) {
  for (const std::string_view separator : {"/", ";", "|", "+"})
    if (text.find(separator) != std::string::npos) return clean_pieces(text, separator);
  for (const std::string_view separator : {",", "-", " "}) {
    std::vector<std::string> entries = clean_pieces(text, separator);
    std::erase(entries, "");
    const std::size_t least = separator == " " ? 2 : 3;
    if (entries.size() >= least && are_numbers(entries)) return entries;
  }
  return {text};
}

namespace {

/// Gives a sector its entry of each list; false where a list has another number of entries.
bool take_entries(Draft& sector, std::size_t index, std::size_t count) {
  for (auto& [target, value] : sector.values) {
    if (!may_be_list(target)) continue;
    std::vector<std::string> entries = target == "cell_id" ? clean_pieces(value.text, "/") : list_entries(value.text);
    if (entries.size() == 1) {
      if (target == "cell_id") value.text += fmt::format("-{}", index + 1);
      continue;
    }
    if (entries.size() != count) {
      sector.refuse(target, Reason::kSectorCounts, {target, std::to_string(entries.size()), std::to_string(count)});
      return false;
    }
    value.text = entries[index];
    value.kind = gis::CellKind::kText;
  }
  return true;
}

}  // namespace

std::vector<Draft> sector_rows(Draft draft) {
  const std::string azimuths = draft.text("azimuth_deg");
  if (is_omnidirectional(azimuths)) draft.change("azimuth_deg", "", Reason::kWord);
  const std::vector<std::string> entries = list_entries(azimuths);
  if (entries.size() < 2) return {std::move(draft)};
  std::vector<Draft> sectors;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    Draft sector = draft;
    if (i > 0) sector.forget_changes();
    if (!take_entries(sector, i, entries.size())) return {std::move(sector)};
    sector.change("azimuth_deg", entries[i], Reason::kSector,
                  {std::to_string(i + 1), std::to_string(entries.size()), azimuths});
    sectors.push_back(std::move(sector));
  }
  return sectors;
}

}  // namespace phusong::intake
