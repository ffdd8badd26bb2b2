#include "sim/intake/tables/header_meaning.h"

#include "gis/text.h"
#include "sim/intake/tables/technology_headers.h"
#include "sim/intake/tables/units.h"

namespace phusong::intake {
namespace {

/// A header without its last bracket, and what stands in that.
std::pair<std::string, std::string> without_bracket(const std::string& header) {
  const std::size_t open = header.find_last_of("([");
  const std::size_t close = header.find_last_of(")]");
  if (open == std::string::npos || close == std::string::npos || close < open) return {header, ""};
  return {header.substr(0, open) + header.substr(close + 1),
          gis::clean_text(header.substr(open + 1, close - open - 1))};
}

/// The same for a last word that is a unit: "Power dBW", "erp_w".
std::pair<std::string, std::string> without_last_word(const std::string& header) {
  const std::size_t at = header.find_last_of(" _.,-");
  if (at == std::string::npos || at == 0 || !is_unit(header.substr(at + 1))) return {header, ""};
  return {header.substr(0, at), header.substr(at + 1)};
}

bool has_unit(const TargetTable& targets, const std::string& target, const std::string& unit) {
  const scenario::Column* const column = targets.column(target);
  return column != nullptr && find_unit(unit, column->limit.unit).has_value();
}

/// Of a header that names no technology.
std::optional<HeaderMeaning> meaning_for_all(const std::string& header, const TargetTable& targets, bool is_cut_off) {
  // Of a whole header known as it is ("tx_power_dbm") no unit is asked for.
  const auto [bare, in_bracket] = without_bracket(header);
  auto whole = targets.target_of(header, is_cut_off);
  if (!whole && header.find("__") != std::string::npos) whole = targets.target_of_mangled(header);
  if (whole && in_bracket.empty()) return HeaderMeaning{whole->target, "", whole->is_fallback};
  if (const auto known = targets.target_of(bare); known && !in_bracket.empty()) {
    const bool matters = has_unit(targets, known->target, in_bracket) || is_unit(in_bracket);
    return HeaderMeaning{known->target, matters ? in_bracket : "", known->is_fallback};
  }
  if (whole) return HeaderMeaning{whole->target, "", whole->is_fallback};
  const auto [first_words, unit] = without_last_word(bare);
  const auto known = targets.target_of(first_words);
  if (!known || unit.empty()) return std::nullopt;
  return HeaderMeaning{known->target, unit, known->is_fallback};
}

/// Of a header of one technology's column; nothing where it names none, or where a mast has one value for all.
std::optional<HeaderMeaning> meaning_for_one(const std::string& header, const TargetTable& targets) {
  const auto column = technology_header(header);
  if (!column) return std::nullopt;
  if (column->counts_cells)
    return HeaderMeaning{.target = target_of_technology(kCellsTarget, column->technology), .unit = ""};
  auto meaning = meaning_for_all(column->rest, targets, false);
  const bool is_of_mast = meaning && (meaning->target == "site_id" || meaning->target == "technology");
  if (!meaning || is_of_mast || header_key(column->rest) == "cell") return std::nullopt;
  meaning->target = target_of_technology(meaning->target, column->technology);
  return meaning;
}

}  // namespace

std::string unit_in_header(const std::string& header) {
  const std::string in_bracket = without_bracket(header).second;
  return is_unit(in_bracket) ? in_bracket : without_last_word(header).second;
}

std::optional<HeaderMeaning> meaning_of(const std::string& header, const TargetTable& targets, bool is_cut_off) {
  if (targets.kind() == ImportKind::kCells && !targets.target_of(header)) {
    if (auto of_one = meaning_for_one(header, targets)) return of_one;
  }
  return meaning_for_all(header, targets, is_cut_off);
}

}  // namespace phusong::intake
