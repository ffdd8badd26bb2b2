#include "sim/intake/tables/angle_text.h"

#include <charconv>
#include <regex>
#include <vector>

#include "gis/text.h"

namespace phusong::intake {
namespace {

/// The text in lower case with ASCII marks: d, m, s for degrees, minutes and seconds.
std::string with_plain_marks(std::string_view text) {
  static const std::vector<std::pair<std::string, std::string>> kMarks = {
      {"độ", "d"},  {"phút", "m"}, {"giây", "s"},   {"degrees", "d"}, {"deg", "d"}, {"min", "m"},
      {"sec", "s"}, {"°", "d"},    {"º", "d"},      {"˚", "d"},       {"''", "s"},  {"’’", "s"},
      {"′′", "s"},  {"´´", "s"},   {"\"", "s"},     {"”", "s"},       {"“", "s"},   {"″", "s"},
      {"'", "m"},   {"’", "m"},    {"‘", "m"},      {"′", "m"},       {"´", "m"},   {"`", "m"},
      {"−", "-"},   {"–", "-"},    {"\u00a0", " "}, {"\u202f", " "},  {"\t", " "},
  };
  std::string result = gis::without_case(text);
  while (result.ends_with(' '))
    result.pop_back();
  for (const auto& [mark, plain] : kMarks) {
    for (std::size_t at = result.find(mark); at != std::string::npos; at = result.find(mark, at + plain.size()))
      result.replace(at, mark.size(), plain);
  }
  return result;
}

/// Marks that only their place shows: "105o20'53", "105*20'53", "105.20.53".
void take_typed_marks(std::string& text) {
  static const std::regex kDegrees("([0-9]) *[o*] *(?=[0-9])");
  static const std::regex kPoints("^( *-?[0-9]{1,3})[.]([0-9]{1,2})[.]([0-9]{1,2}(?:[.,][0-9]+)?)(?=[^0-9.,]|$)");
  text = std::regex_replace(text, kDegrees, "$1d");
  text = std::regex_replace(text, kPoints, "$1:$2:$3");
}

struct Hemisphere {
  Axis axis = Axis::kNotSaid;
  double sign = 1.0;
};

std::optional<Hemisphere> hemisphere_of(std::string_view word) {
  if (word == "n" || word == "b" || word == "north" || word == "bắc") return Hemisphere{Axis::kLatitude, 1.0};
  if (word == "south" || word == "nam") return Hemisphere{Axis::kLatitude, -1.0};
  if (word == "e" || word == "đ" || word == "east" || word == "đông") return Hemisphere{Axis::kLongitude, 1.0};
  if (word == "w" || word == "t" || word == "west" || word == "tây") return Hemisphere{Axis::kLongitude, -1.0};
  return std::nullopt;
}

constexpr const char* kLetter = "n|b|e|đ|w|t|north|south|east|west|bắc|nam|đông|tây";

/// An "s" at the end is south behind another mark, or behind one number alone; else it is the mark of seconds.
bool is_south(std::string_view text) {
  if (!text.ends_with('s')) return false;
  text.remove_suffix(1);
  while (text.ends_with(' '))
    text.remove_suffix(1);
  if (text.empty()) return false;
  return text.find_first_of("dms", text.size() - 1) != std::string_view::npos ||
         text.find_first_not_of("0123456789.,") == std::string_view::npos;
}

/// Takes the letter of a hemisphere off either end.
std::optional<Hemisphere> take_hemisphere(std::string& text) {
  static const std::regex kFirst(std::string("^ *(?:(?:kinh|vĩ) *)?(") + kLetter + "|s)[ :.]*(?=[0-9])");
  static const std::regex kLast(std::string("[ ,]*(?:(?:kinh|vĩ) *)?(") + kLetter + ")[ .]*$");
  std::smatch found;
  if (std::regex_search(text, found, kFirst)) {
    const std::string word = found[1];
    text = found.suffix();
    return word == "s" ? Hemisphere{Axis::kLatitude, -1.0} : hemisphere_of(word);
  }
  if (std::regex_search(text, found, kLast)) {
    const std::string word = found[1];
    text = found.prefix();
    return hemisphere_of(word);
  }
  if (is_south(text)) {
    text.pop_back();
    return Hemisphere{Axis::kLatitude, -1.0};
  }
  return std::nullopt;
}

double number_of(std::string text) {
  for (char& c : text)
    if (c == ',') c = '.';
  double value = 0.0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

}  // namespace

std::optional<Angle> read_angle(std::string_view text) {
  // A mark stands between the parts: without one the digits of a number would be taken apart.
  static const std::string kNumber = "([0-9]+(?:[.,][0-9]+)?)";
  static const std::regex kParts("^ *([-+]?)" + kNumber + " *(?:d? *$|(?:d[ :-]*|[ :-]+)" + kNumber +
                                 " *(?:m? *$|(?:m[ :-]*|[ :-]+)" + kNumber + " *s? *$))");
  std::string rest = with_plain_marks(text);
  take_typed_marks(rest);
  const std::optional<Hemisphere> hemisphere = take_hemisphere(rest);
  std::smatch parts;
  if (!std::regex_match(rest, parts, kParts)) return std::nullopt;
  Angle angle{.axis = hemisphere ? hemisphere->axis : Axis::kNotSaid};
  if (!parts[3].matched) {
    angle.degrees = number_of(parts[2]);
  } else {
    const bool decimals_before_last = parts[2].str().find_first_of(".,") != std::string::npos ||
                                      (parts[4].matched && parts[3].str().find_first_of(".,") != std::string::npos);
    const double minutes = number_of(parts[3]), seconds = parts[4].matched ? number_of(parts[4]) : 0.0;
    if (decimals_before_last || minutes >= 60.0 || seconds >= 60.0) return std::nullopt;
    angle.degrees = number_of(parts[2]) + minutes / 60.0 + seconds / 3600.0;
    angle.has_minutes = true;
  }
  if (parts[1] == "-") angle.degrees = -angle.degrees;
  if (hemisphere) angle.degrees *= hemisphere->sign;
  return angle;
}

namespace {

using Cut = std::pair<std::string, std::string>;

/// The two halves of a text of coordinates, wherever it can be cut so that both are angles.
std::optional<Cut> halves_of(const std::string& text) {
  for (const std::string_view mark : {";", "/", "|", " - ", ", ", ","}) {
    const std::size_t at = text.find(mark);
    if (at == std::string::npos || text.find(mark, at + mark.size()) != std::string::npos) continue;
    Cut cut{text.substr(0, at), text.substr(at + mark.size())};
    if (read_angle(cut.first) && read_angle(cut.second)) return cut;
  }
  std::optional<Cut> found;
  for (std::size_t at = text.find(' '); at != std::string::npos; at = text.find(' ', at + 1)) {
    Cut cut{text.substr(0, at), text.substr(at + 1)};
    const auto first = read_angle(cut.first), second = read_angle(cut.second);
    if (!first || !second) continue;
    const bool both_say = first->axis != Axis::kNotSaid && second->axis != Axis::kNotSaid;
    if (both_say && first->axis != second->axis) return cut;
    if (first->has_minutes == second->has_minutes && !found) found = cut;
  }
  return found;
}

}  // namespace

std::optional<CoordinateTexts> split_coordinates(std::string_view text) {
  static const std::regex kPoint(R"(^ *point *\( *([-0-9.]+) +([-0-9.]+) *\) *$)", std::regex::icase);
  std::string rest(text);
  std::smatch point;
  if (std::regex_match(rest, point, kPoint)) return CoordinateTexts{.lat = point[2], .lon = point[1]};
  std::erase_if(rest, [](char c) { return c == '(' || c == ')' || c == '[' || c == ']'; });
  const std::optional<Cut> halves = halves_of(rest);
  if (!halves) return std::nullopt;
  const bool longitude_first =
      read_angle(halves->first)->axis == Axis::kLongitude || read_angle(halves->second)->axis == Axis::kLatitude;
  const auto cleaned = [](const std::string& half) { return gis::clean_text(half); };
  if (longitude_first) return CoordinateTexts{.lat = cleaned(halves->second), .lon = cleaned(halves->first)};
  return CoordinateTexts{.lat = cleaned(halves->first), .lon = cleaned(halves->second)};
}

}  // namespace phusong::intake
