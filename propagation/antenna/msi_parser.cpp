#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <cmath>

#include "propagation/antenna/msi.h"
#include "propagation/antenna/msi_values.h"

namespace phusong::propagation {
namespace {

constexpr std::string_view kBlanks = " \t\r";

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(kBlanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

/// A header line: the key in capitals and what follows it.
struct Entry {
  std::string key;
  std::string_view value;
};

Entry entry_of(std::string_view line) {
  const auto end = line.find_first_of(" \t");
  Entry entry{std::string(line.substr(0, end)), end == std::string_view::npos ? "" : trimmed(line.substr(end))};
  std::transform(entry.key.begin(), entry.key.end(), entry.key.begin(),
                 [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  return entry;
}

/// Keys that a file may begin with; any other first line is the antenna's name.
bool is_key(const std::string& word) {
  constexpr std::array<std::string_view, 18> kKeys = {"NAME",          "MAKE",
                                                      "MODEL",         "FREQUENCY",
                                                      "GAIN",          "TILT",
                                                      "H_WIDTH",       "V_WIDTH",
                                                      "BEAM_WIDTH",    "POLARIZATION",
                                                      "COMMENT",       "ELECTRICAL_TILT",
                                                      "FRONT_TO_BACK", "MECHANICAL_TILT",
                                                      "POLARISATION",  "DATE",
                                                      "VERTICAL",      "HORIZONTAL"};
  return std::find(kKeys.begin(), kKeys.end(), word) != kKeys.end();
}

struct Pair {
  double angle_deg = 0.0;
  double attenuation_db = 0.0;
};

/// Two numbers and nothing else, parted by blanks, a comma or a semicolon.
std::optional<Pair> pair_of(std::string_view line) {
  Pair pair;
  const char* const end = line.data() + line.size();
  const auto first = std::from_chars(line.data(), end, pair.angle_deg);
  if (first.ec != std::errc{}) return std::nullopt;
  const char* second = first.ptr;
  while (second != end && std::string_view(" \t,;").find(*second) != std::string_view::npos)
    ++second;
  const auto rest = std::from_chars(second, end, pair.attenuation_db);
  if (second == first.ptr || rest.ec != std::errc{} || rest.ptr != end) return std::nullopt;
  return pair;
}

/// The cut being read; none while the header is.
struct Cut {
  std::vector<double>* angle_deg = nullptr;
  std::vector<double>* attenuation_db = nullptr;
  std::string name;
  std::optional<double> count;

  bool open() const { return angle_deg != nullptr; }

  void add(const Pair& pair, long line) const {
    const bool grows = angle_deg->empty() || pair.angle_deg > angle_deg->back();
    if (!(pair.angle_deg >= 0.0 && pair.angle_deg <= 360.0 && grows)) {
      throw MsiError(line, name + " angles must grow from 0 to at most 360°");
    }
    if (!(pair.attenuation_db >= 0.0 && std::isfinite(pair.attenuation_db))) {
      throw MsiError(line, name + " attenuation must be ≥ 0 dB");
    }
    angle_deg->push_back(pair.angle_deg);
    attenuation_db->push_back(pair.attenuation_db);
  }

  void finish(long line) const {
    if (!open()) return;
    const std::size_t found = angle_deg->size();
    if (found == 0) throw MsiError(line, name + " has no entries");
    if (count && *count != static_cast<double>(found)) {
      throw MsiError(line, name + " has " + std::to_string(found) + " entries and says another count");
    }
  }
};

/// One pass over the lines of a file.
class Parser {
 public:
  explicit Parser(std::string_view text) {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    while (!text.empty()) {
      const auto end = std::min(text.find('\n'), text.size());
      ++line_;
      read_line(trimmed(text.substr(0, end)));
      text.remove_prefix(std::min(end + 1, text.size()));
    }
    cut_.finish(line_);
    if (!pattern_.electrical_tilt_deg)
      pattern_.electrical_tilt_deg = msi::electrical_tilt_deg_in_comment(pattern_.comment);
  }

  MsiPattern take() { return std::move(pattern_); }
  long line() const { return line_; }

 private:
  void read_line(std::string_view line) {
    if (line.empty()) return;
    if (cut_.open())
      if (const auto pair = pair_of(line)) return cut_.add(*pair, line_);
    const Entry entry = entry_of(line);
    const bool first = !begun_;
    begun_ = true;
    if (first && !is_key(entry.key)) {
      pattern_.name = line;
    } else if (cut_.open() && !std::isalpha(static_cast<unsigned char>(line.front()))) {
      throw MsiError(line_, "\"" + std::string(line) + "\" is not an angle and an attenuation");
    } else {
      read_entry(entry);
    }
  }

  void read_entry(const Entry& entry) {
    if (entry.key == "HORIZONTAL") {
      begin_cut(pattern_.horizontal_angle_deg, pattern_.horizontal_attenuation_db, entry);
    } else if (entry.key == "VERTICAL") {
      begin_cut(pattern_.vertical_angle_deg, pattern_.vertical_attenuation_db, entry);
    } else if (entry.key == "NAME") {
      pattern_.name = entry.value;
    } else if (entry.key == "GAIN") {
      pattern_.gain_dbi = msi::gain_dbi_of(entry.value);
    } else if (entry.key == "FREQUENCY") {
      read_frequency(entry.value);
    } else if (entry.key == "COMMENT") {
      (pattern_.comment += pattern_.comment.empty() ? "" : "\n") += entry.value;
    } else if (entry.key == "TILT" || entry.key == "ELECTRICAL_TILT") {
      if (const auto tilt = msi::electrical_tilt_deg_of(entry.value)) pattern_.electrical_tilt_deg = tilt;
    }
  }

  void read_frequency(std::string_view value) {
    const auto range = msi::frequency_of(value);
    if (!range) return;
    pattern_.lower_mhz = range->lower_mhz;
    pattern_.upper_mhz = range->upper_mhz;
    pattern_.frequency_mhz = (range->lower_mhz + range->upper_mhz) / 2.0;
  }

  void begin_cut(std::vector<double>& angle_deg, std::vector<double>& attenuation_db, const Entry& entry) {
    cut_.finish(line_);
    if (!angle_deg.empty()) throw MsiError(line_, entry.key + " stands twice");
    const auto numbers = msi::numbers_in(entry.value);
    cut_ = {&angle_deg, &attenuation_db, entry.key, numbers.empty() ? std::nullopt : std::optional(numbers.front())};
  }

  MsiPattern pattern_;
  Cut cut_;
  long line_ = 0;
  bool begun_ = false;
};

}  // namespace

MsiPattern parse_msi_header(std::string_view text) {
  return Parser(text).take();
}

MsiPattern parse_msi(std::string_view text) {
  Parser parser(text);
  MsiPattern pattern = parser.take();
  if (pattern.horizontal_angle_deg.empty()) throw MsiError(parser.line(), "there is no HORIZONTAL cut");
  if (pattern.vertical_angle_deg.empty()) throw MsiError(parser.line(), "there is no VERTICAL cut");
  return pattern;
}

}  // namespace phusong::propagation
