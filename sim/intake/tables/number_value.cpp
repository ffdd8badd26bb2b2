#include "sim/intake/tables/number_value.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <regex>

#include "gis/cell_text.h"
#include "gis/text.h"
#include "sim/intake/tables/target_table.h"
#include "sim/intake/tables/technology_headers.h"
#include "sim/intake/tables/units.h"
#include "sim/scenario/number_text.h"

namespace phusong::intake {
namespace {

using propagation::Limit;

bool is_whole_column(const scenario::Column& column) {
  return std::holds_alternative<std::int64_t*>(column.place) ||
         std::holds_alternative<std::optional<std::int64_t>*>(column.place);
}

/// Whether marks stand before three digits each: "1.234".
bool are_thousands(const std::string& number) {
  const gis::NumberForm form = gis::number_form(number);
  return form == gis::NumberForm::kGroupedPoint || form == gis::NumberForm::kGroupedComma;
}

std::string digits_of(std::string number) {
  std::erase_if(number, [](char c) { return c == '.' || c == ','; });
  return number;
}

/// A number and the unit behind it.
struct Measured {
  std::string number, unit;
};

/// The number at the front of a text without the blanks between its thousands, and what follows.
std::optional<Measured> measured(const std::string& text) {
  static const std::regex kForm("^([-+−]?[0-9][0-9.,]*(?:[ \u00a0\u202f][0-9]{3}(?![0-9]))*[0-9.,]*) *([^0-9]*)$");
  std::smatch found;
  if (!std::regex_match(text, found, kForm)) return std::nullopt;
  std::string number;
  for (const char c : found[1].str())
    if ((c >= '0' && c <= '9') || c == '.' || c == ',' || c == '-' || c == '+') number += c;
  if (found[1].str().starts_with("−")) number.insert(0, "-");
  std::string unit = gis::clean_text(found[2].str());
  if (unit.starts_with('(') && unit.ends_with(')')) unit = gis::clean_text(unit.substr(1, unit.size() - 2));
  return Measured{.number = number, .unit = unit};
}

/// The decimals that a converted value is written with: a centimetre, a hundredth of a decibel, a kilohertz.
int decimals_of(std::string_view unit) {
  if (unit == "MHz") return 4;
  if (unit == "°") return 7;
  return unit.empty() ? 6 : 2;
}

}  // namespace

bool says_nothing(const std::string& text) {
  static constexpr std::array<std::string_view, 11> kWords = {"-",   "--",   "–",        "n/a",     "na",     "null",
                                                              "nan", "#n/a", "không rõ", "chưa rõ", "chưa có"};
  return std::ranges::find(kWords, gis::without_case(text)) != kWords.end();
}

bool needs_unit(std::string_view target) {
  return target == "tx_power_dbm" || target == "eirp_dbm" || target == "erp_dbm";
}

bool is_number_column(const scenario::Column& column) {
  return std::holds_alternative<double*>(column.place) ||
         std::holds_alternative<std::optional<double>*>(column.place) || is_whole_column(column);
}

std::string decimal_text(double value, int decimals) {
  const double scale = std::pow(10.0, decimals);
  return gis::plain_text(std::round(value * scale) / scale);
}

std::optional<double> plain_value(std::string_view text) {
  if (!gis::is_plain_number(text)) return std::nullopt;
  if (text.starts_with('+')) text.remove_prefix(1);
  double value = 0.0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

std::optional<std::int64_t> whole_number_of(const Draft& draft, std::string_view target) {
  const std::string text = draft.text(target);
  const auto value = plain_value(are_thousands(text) ? digits_of(text) : text);
  if (!value || *value != std::floor(*value) || std::abs(*value) > 1e9) return std::nullopt;
  return static_cast<std::int64_t>(*value);
}

namespace {

/// The unit of a value, and whether it is the column's own.
struct ValueUnit {
  Unit unit;
  bool is_columns = true;
};

/// Whether the header ends with the column's unit ("tx_power_dbm"); what no header says is the user's.
bool is_told_by_header(const DraftValue& value, const scenario::Column& column) {
  return value.header.empty() || header_key(value.header).ends_with(header_key(column.limit.unit));
}

/// Of a value, else of its header, else the column's; nothing, and a refusal, where it measures something else.
std::optional<ValueUnit> unit_of(Draft& draft, const scenario::Column& column, const DraftValue& value,
                                 const std::string& written) {
  if (written.empty() && needs_unit(column.name) && !is_told_by_header(value, column)) {
    const auto of_one = technology_header(value.header);
    const std::string quantity = column.name.substr(0, column.name.rfind('_'));
    const std::string technology = of_one ? fmt::format(" {}", network::name_of(of_one->technology)) : "";
    draft.refuse(column.name, Reason::kPowerUnit, {value.header, quantity, technology});
    return std::nullopt;
  }
  if (written.empty()) return ValueUnit{};
  const std::optional<Unit> unit = find_unit(written, column.limit.unit);
  if (!unit) {
    draft.refuse(column.name, Reason::kUnitUnknown, {written, allowed_units(column.limit.unit)});
    return std::nullopt;
  }
  return ValueUnit{*unit, unit->factor == 1.0 && unit->offset == 0.0 && unit->scale == Unit::Scale::kLinear};
}

/// Whether a count stands in a merged cell: whether each of its rows has so many, or all together, is not known.
bool is_shared_count(const scenario::Column& column, gis::CellKind kind) {
  return is_whole_column(column) && gis::is_merged(kind);
}

/// A whole number without the marks between its thousands ("1.234"): decimals, which they might be elsewhere, it has
/// none. Nothing for other texts, and where a unit turns the number into a whole one ("1.234 nghìn người").
std::optional<std::string> without_thousands(const Measured& parts, const scenario::Column& column,
                                             const ValueUnit& unit, gis::CellKind kind) {
  const bool is_whole = is_whole_column(column) && unit.is_columns && !gis::is_number(kind);
  return is_whole && are_thousands(parts.number) ? std::optional(digits_of(parts.number)) : std::nullopt;
}

}  // namespace

void tidy_number(Draft& draft, const scenario::Column& column, const gis::NumberMarks& marks) {
  const auto found = draft.values.find(column.name);
  if (found == draft.values.end()) return;
  const DraftValue value = found->second;
  if (says_nothing(value.text)) return draft.change(column.name, "", Reason::kNoValue);
  const Measured parts = measured(value.text).value_or(Measured{value.text, ""});
  const auto unit = unit_of(draft, column, value, parts.unit.empty() ? value.unit : parts.unit);
  if (!unit) return;
  if (is_shared_count(column, value.kind))
    return draft.refuse(column.name, Reason::kInvalid, {"stands in merged cells", "a number for each row"});
  if (const auto digits = without_thousands(parts, column, *unit, value.kind))
    return draft.change(column.name, *digits, Reason::kThousands);
  // A limit tells thousands from decimals, as long as it is of the same unit.
  const auto plain = scenario::plain_number({.text = parts.number,
                                             .kind = value.kind,
                                             .marks = marks,
                                             .is_whole = is_whole_column(column),
                                             .limit = unit->is_columns ? column.limit : Limit{}});
  if (const auto* const rejection = std::get_if<scenario::Rejection>(&plain))
    return draft.refuse(column.name, Reason::kInvalid, {rejection->message, rejection->allowed});
  const std::string& text = std::get<std::string>(plain);
  const std::optional<double> number = plain_value(text);
  if (!number) return;
  if (unit->is_columns)
    return draft.change(column.name, text, parts.unit.empty() ? Reason::kNumberMarks : Reason::kUnitLeftOut);
  const std::string_view target = column.limit.unit;
  draft.change(column.name, decimal_text(in_target_unit(*number, unit->unit), decimals_of(target)), Reason::kUnit,
               {std::string(unit->unit.name), target.empty() ? "1" : std::string(target)});
}

}  // namespace phusong::intake
