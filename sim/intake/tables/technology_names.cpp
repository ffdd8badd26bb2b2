#include "sim/intake/tables/technology_names.h"

#include <algorithm>
#include <array>
#include <map>
#include <regex>

#include "gis/text.h"
#include "sim/intake/tables/cut_text.h"

namespace phusong::intake {
namespace {

using network::Technology;

/// Words that say the technology only where no other word does: stations of any technology are called BTS.
std::optional<Technology> technology_of_station(std::string_view word) {
  static const std::map<std::string_view, Technology> kStations = {{"bts", Technology::k2G},
                                                                   {"nodeb", Technology::k3G}};
  const auto found = kStations.find(word);
  return found == kStations.end() ? std::nullopt : std::optional(found->second);
}

/// Words beside a technology that do not change it.
bool is_passed_over(std::string_view word) {
  static constexpr std::array<std::string_view, 16> kWords = {
      "a", "e", "fdd", "tdd", "sa", "nsa", "mhz", "band", "b", "mang", "song", "tram", "bang", "tan", "cell", "pro"};
  return std::ranges::find(kWords, word) != kWords.end();
}

/// A letter for the technology before its band: "L1800", "U21", "G900", "D1800"; "n78".
std::optional<Technology> technology_of_letter(std::string_view letter) {
  static const std::map<std::string_view, Technology> kLetters = {{"g", Technology::k2G},
                                                                  {"d", Technology::k2G},
                                                                  {"u", Technology::k3G},
                                                                  {"l", Technology::k4G},
                                                                  {"n", Technology::k5G}};
  const auto found = kLetters.find(letter);
  return found == kLetters.end() ? std::nullopt : std::optional(found->second);
}

/// What the words of one technology's name say.
struct NameParts {
  std::optional<Technology> technology, station;
  bool has_band = false;
  bool is_clear = true;

  void take_technology(std::optional<Technology> named) {
    is_clear = is_clear && (!technology || technology == named);
    technology = named;
  }

  /// A word without its digits, and those, which are a band.
  void take(const std::string& letters, const std::string& digits) {
    if (const auto named = technology_of_word(letters)) {
      take_technology(named);
    } else if (const auto of_letter = digits.empty() ? std::nullopt : technology_of_letter(letters)) {
      take_technology(of_letter);
    } else if (const auto of_station = technology_of_station(letters)) {
      station = of_station;
    } else if (!letters.empty() && !is_passed_over(letters)) {
      is_clear = false;
    }
    if (digits.empty()) return;
    const bool is_number_alone = letters.empty() && digits.size() < 3;
    is_clear = is_clear && !has_band && !is_number_alone;
    has_band = true;
  }
};

}  // namespace

std::optional<Technology> technology_of_word(std::string_view word) {
  static const std::map<std::string_view, Technology> kWords = {
      {"2g", Technology::k2G},     {"gsm", Technology::k2G},   {"edge", Technology::k2G},   {"gprs", Technology::k2G},
      {"dcs", Technology::k2G},    {"3g", Technology::k3G},    {"umts", Technology::k3G},   {"wcdma", Technology::k3G},
      {"hspa", Technology::k3G},   {"hsdpa", Technology::k3G}, {"utran", Technology::k3G},  {"utra", Technology::k3G},
      {"4g", Technology::k4G},     {"lte", Technology::k4G},   {"eutran", Technology::k4G}, {"eutra", Technology::k4G},
      {"enodeb", Technology::k4G}, {"enb", Technology::k4G},   {"5g", Technology::k5G},     {"nr", Technology::k5G},
      {"gnodeb", Technology::k5G}, {"gnb", Technology::k5G}};
  const auto found = kWords.find(word);
  return found == kWords.end() ? std::nullopt : std::optional(found->second);
}

std::optional<NamedTechnology> named_technology(const std::string& text) {
  static const std::regex kWord("^([2-5]g|[a-z]*)([0-9]*)(?:mhz)?$");
  std::string words = gis::plain_words(text);
  if (words.starts_with("e utra")) words.erase(1, 1);
  NameParts parts;
  for (const std::string& word : cut_text(words, " ")) {
    std::smatch found;
    if (!std::regex_match(word, found, kWord)) return std::nullopt;
    parts.take(found[1], found[2]);
  }
  const auto technology = parts.technology ? parts.technology : parts.station;
  if (!parts.is_clear || !technology) return std::nullopt;
  return NamedTechnology{.technology = *technology, .band = parts.has_band ? text : ""};
}

namespace {

/// The technologies of a list whose parts are known.
class TechnologyList {
 public:
  /// False where the part names none.
  bool take(const std::string& part) {
    // A number belongs to the technology before it: "LTE 1800/2100".
    const bool is_number = part.size() > 2 && part.find_first_not_of("0123456789") == std::string::npos;
    if (is_number && !technologies_.empty()) {
      add_band(part);
      return true;
    }
    const auto named = named_technology(part);
    if (named) add(*named);
    return named.has_value();
  }
  std::vector<NamedTechnology> result() { return std::move(technologies_); }

 private:
  std::vector<NamedTechnology> technologies_;

  void add(const NamedTechnology& named) {
    const auto is_same = [&named](const NamedTechnology& other) {
      return other.technology == named.technology &&
             (named.band.empty() || gis::plain_words(other.band) == gis::plain_words(named.band));
    };
    if (std::ranges::none_of(technologies_, is_same)) technologies_.push_back(named);
  }

  void add_band(const std::string& band) {
    NamedTechnology& last = technologies_.back();
    if (last.band.empty()) {
      last.band = band;
    } else {
      technologies_.push_back({.technology = last.technology, .band = band});
    }
  }
};

std::optional<std::vector<NamedTechnology>> technologies_between(const std::string& text, const std::regex& marks) {
  TechnologyList list;
  for (const std::string& piece : cut_text(std::regex_replace(text, marks, "/"), "/")) {
    const std::string part = gis::clean_text(piece);
    if (!part.empty() && !list.take(part)) return std::nullopt;
  }
  return list.result();
}

}  // namespace

std::vector<NamedTechnology> named_technologies(const std::string& text) {
  if (const auto one = named_technology(text)) return {*one};
  static const std::regex kMarks("[/;|+,&\\\\\n]|\\s-\\s|\\svà\\s");
  static const std::regex kAllMarks("[-_/;|+,&\\\\\\s]|\\svà\\s");
  const auto technologies = technologies_between(text, kMarks);
  return technologies ? *technologies : technologies_between(text, kAllMarks).value_or(std::vector<NamedTechnology>{});
}

}  // namespace phusong::intake
