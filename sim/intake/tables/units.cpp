#include "sim/intake/tables/units.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "gis/text.h"

namespace phusong::intake {
namespace {

using Scale = Unit::Scale;

struct UnitWords {
  Unit unit;
  std::vector<std::string_view> words;  ///< in lower case
};

/// 0 dBd is 2.15 dBi; a US survey foot and an international one differ by 2 parts in a million.
const std::vector<UnitWords>& all_units() {
  static const std::vector<UnitWords> kUnits = {
      {{"m", "m"}, {"m", "met", "mét", "metre", "metres", "meter", "meters"}},
      {{"km", "m", 1000.0}, {"km"}},
      {{"dm", "m", 0.1}, {"dm"}},
      {{"cm", "m", 0.01}, {"cm"}},
      {{"ft", "m", 0.3048}, {"ft", "feet", "foot"}},
      {{"dBm", "dBm"}, {"dbm"}},
      {{"dBW", "dBm", 1.0, 30.0}, {"dbw"}},
      {{"W", "dBm", 1000.0, 0.0, Scale::kLogOfPower}, {"w", "watt", "watts"}},
      {{"mW", "dBm", 1.0, 0.0, Scale::kLogOfPower}, {"mw"}},
      {{"kW", "dBm", 1e6, 0.0, Scale::kLogOfPower}, {"kw"}},
      {{"MHz", "MHz"}, {"mhz"}},
      {{"GHz", "MHz", 1000.0}, {"ghz"}},
      {{"kHz", "MHz", 0.001}, {"khz"}},
      {{"Hz", "MHz", 1e-6}, {"hz"}},
      {{"kHz", "kHz"}, {"khz"}},
      {{"MHz", "kHz", 1000.0}, {"mhz"}},
      {{"°", "°"}, {"°", "º", "˚", "deg", "degree", "degrees", "độ", "do"}},
      {{"dBi", "dBi"}, {"dbi"}},
      {{"dBd", "dBi", 1.0, 2.15}, {"dbd"}},
      {{"dB", "dB"}, {"db"}},
      {{"h", "h"}, {"h", "hour", "hours", "giờ", "gio"}},
      {{"min", "h", 1.0 / 60.0}, {"min", "minutes", "phút", "phut"}},
      {{"%", "", 0.01}, {"%", "percent"}},
      {{"people", ""}, {"người", "nguoi", "people", "persons", "khẩu", "khau", "nhân khẩu"}},
      {{"thousand people", "", 1000.0}, {"nghìn người", "ngàn người", "1000 người", "1.000 người", "thousand people"}},
      {{"households", ""}, {"hộ", "ho", "households"}},
  };
  return kUnits;
}

bool has_word(const UnitWords& unit, std::string_view word) {
  return std::ranges::find(unit.words, word) != unit.words.end();
}

}  // namespace

std::optional<Unit> find_unit(std::string_view written, std::string_view target) {
  std::string word = gis::without_case(written);
  while (word.ends_with('.'))
    word.pop_back();
  for (const UnitWords& unit : all_units())
    if (unit.unit.target == target && has_word(unit, word)) return unit.unit;
  return std::nullopt;
}

bool is_unit(std::string_view word) {
  static const std::vector<std::string_view> kOthers = {"in", "inch", "inches", "mi", "mile", "miles", "yd", "yard"};
  const std::string key = gis::without_case(word);
  return std::ranges::find(kOthers, key) != kOthers.end() ||
         std::ranges::any_of(all_units(), [&key](const UnitWords& unit) { return has_word(unit, key); });
}

double in_target_unit(double value, const Unit& unit) {
  if (unit.scale == Scale::kLinear) return value * unit.factor + unit.offset;
  return value > 0.0 ? 10.0 * std::log10(value * unit.factor) : std::nan("");
}

std::string allowed_units(std::string_view target) {
  std::string names;
  for (const UnitWords& unit : all_units())
    if (unit.unit.target == target) names += (names.empty() ? "" : ", ") + std::string(unit.unit.name);
  return names;
}

}  // namespace phusong::intake
