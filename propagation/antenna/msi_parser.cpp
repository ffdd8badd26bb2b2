#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <map>
#include <stdexcept>

#include "propagation/antenna/msi.h"
#include "propagation/antenna/msi_cut.h"
#include "propagation/antenna/msi_values.h"

namespace phusong::propagation {
namespace {

constexpr std::string_view kBlanks = " \t\r";

std::string trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(kBlanks);
  if (first == std::string_view::npos) return {};
  return std::string(text.substr(first, text.find_last_not_of(kBlanks) - first + 1));
}

/// A header line: the key in capitals and what follows it.
struct Entry {
  std::string key;
  std::string value;
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

/// The text up to the mark that old systems end a file with; throws where something follows it.
std::string_view before_end_mark(std::string_view text) {
  constexpr char kEndMark = '\x1A';
  const auto end = text.find(kEndMark);
  if (end == std::string_view::npos) return text;
  constexpr std::string_view kNothing(" \t\r\n\x1A\0", 6);
  if (text.find_first_not_of(kNothing, end) != std::string_view::npos) {
    const auto line = 1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(end), '\n');
    throw MsiError(line, "there is text after the end-of-file mark ^Z");
  }
  return text.substr(0, end);
}

/// One pass over the lines of a file.
class Parser {
 public:
  explicit Parser(std::string_view text) {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    text = before_end_mark(text);
    while (!text.empty()) {
      const auto end = std::min(text.find_first_of("\r\n"), text.size());
      ++line_;
      read_line(trimmed(msi::plain(text.substr(0, end))));
      const std::size_t break_length = text.substr(end).starts_with("\r\n") ? 2 : 1;
      text.remove_prefix(std::min(end + break_length, text.size()));
    }
    finish_cut();
    settle_tilt();
    pattern_.find_beam();
  }

  MsiPattern take() { return std::move(pattern_); }
  long line() const { return line_; }

 private:
  void read_line(const std::string& line) {
    if (line.empty()) return;
    if (cut_)
      if (const auto sample = msi::cut_sample_of(line)) return cut_->add(*sample, line_);
    const Entry entry = entry_of(line);
    const bool first = !begun_;
    begun_ = true;
    if (first && !is_key(entry.key)) {
      pattern_.name = line;
    } else if (cut_ && !std::isalpha(static_cast<unsigned char>(line.front()))) {
      throw MsiError(line_, "\"" + line + "\" is not an angle and an attenuation");
    } else {
      read_entry(entry, line);
    }
  }

  void read_entry(const Entry& entry, const std::string& line) {
    try {
      read_value(entry);
    } catch (const std::invalid_argument& error) {
      throw MsiError(line_, "\"" + line + "\" " + error.what());
    }
  }

  /// An empty value is one that is not given.
  void read_value(const Entry& entry) {
    if (entry.key == "HORIZONTAL") {
      begin_cut(pattern_.horizontal_angle_deg, pattern_.horizontal_attenuation_db, entry);
    } else if (entry.key == "VERTICAL") {
      begin_cut(pattern_.vertical_angle_deg, pattern_.vertical_attenuation_db, entry);
    } else if (entry.key == "NAME") {
      if (!entry.value.empty()) say_once(entry, {});
      pattern_.name = entry.value;
    } else if (entry.key == "COMMENT") {
      (pattern_.comment += pattern_.comment.empty() ? "" : "\n") += entry.value;
    } else if (entry.value.empty()) {
      return;
    } else if (entry.key == "GAIN") {
      pattern_.gain_dbi = msi::gain_dbi_of(entry.value);
      say_once(entry, {*pattern_.gain_dbi});
    } else if (entry.key == "FREQUENCY") {
      read_frequency(entry.value);
      say_once(entry, {*pattern_.lower_mhz, *pattern_.upper_mhz});
    } else if (entry.key == "TILT" || entry.key == "ELECTRICAL_TILT") {
      if (const auto tilt_deg = msi::electrical_tilt_deg_of(entry.value)) say_once(entry, {*tilt_deg});
      is_mechanical_ |= msi::is_mechanical_tilt(entry.value);
    }
  }

  /// What a key has said, as numbers, or as text alone where it has none.
  struct Said {
    long line = 0;
    Entry entry;
    std::vector<double> numbers;
  };

  static bool same(const Said& one, const Said& other) {
    if (one.numbers.empty()) return one.entry.value == other.entry.value;
    constexpr double kRounding = 1e-9;
    return std::equal(one.numbers.begin(), one.numbers.end(), other.numbers.begin(),
                      [](double a, double b) { return std::abs(a - b) <= kRounding; });
  }

  [[noreturn]] static void refuse_both(const Said& first, const Said& second) {
    const auto quoted = [](const Said& said) {
      return "\"" + said.entry.key + " " + said.entry.value + "\" in line " + std::to_string(said.line);
    };
    throw MsiError(second.line, "two values: " + quoted(first) + " and " + quoted(second) + "; one may be given");
  }

  /// A key may stand again with the same value.
  void say_once(const Entry& entry, std::vector<double> numbers) {
    Said said{.line = line_, .entry = entry, .numbers = std::move(numbers)};
    const auto [first, is_new] = said_.try_emplace(entry.key, said);
    if (!is_new && !same(first->second, said)) refuse_both(first->second, said);
  }

  /// ELECTRICAL_TILT says more than TILT, and both more than a comment. A TILT of 0 beside it is that of the mount.
  void settle_tilt() {
    const auto tilt = said_.find("TILT");
    const auto electrical = said_.find("ELECTRICAL_TILT");
    const bool both = tilt != said_.end() && electrical != said_.end();
    const auto is_zero = [](const Said& said) { return said.numbers.front() == 0.0; };
    if (both && !is_zero(tilt->second) && !is_zero(electrical->second) && !same(tilt->second, electrical->second)) {
      const bool tilt_first = tilt->second.line < electrical->second.line;
      refuse_both((tilt_first ? tilt : electrical)->second, (tilt_first ? electrical : tilt)->second);
    }
    const auto counting = electrical != said_.end() ? electrical : tilt;
    pattern_.stated_tilt_deg = counting != said_.end() ? counting->second.numbers.front()
                                                       : msi::electrical_tilt_deg_in_comment(pattern_.comment);
    pattern_.electrical_tilt_deg = pattern_.stated_tilt_deg;
    if (!pattern_.electrical_tilt_deg && is_mechanical_) pattern_.electrical_tilt_deg = 0.0;
  }

  void read_frequency(std::string_view value) {
    const msi::FrequencyRange range = msi::frequency_of(value);
    pattern_.lower_mhz = range.lower_mhz;
    pattern_.upper_mhz = range.upper_mhz;
    pattern_.frequency_mhz = (range.lower_mhz + range.upper_mhz) / 2.0;
  }

  void begin_cut(std::vector<double>& angle_deg, std::vector<double>& attenuation_db, const Entry& entry) {
    finish_cut();
    if (!angle_deg.empty()) throw MsiError(line_, entry.key + " stands twice");
    const std::optional<double> count = msi::number_of(entry.value);
    if (!count && !entry.value.empty()) throw std::invalid_argument("does not say a number of entries");
    cut_.emplace(entry.key, count);
    cut_angle_deg_ = &angle_deg;
    cut_attenuation_db_ = &attenuation_db;
  }

  void finish_cut() {
    if (!cut_) return;
    for (const msi::CutSample& sample : std::move(*cut_).finish(line_)) {
      cut_angle_deg_->push_back(sample.angle_deg);
      cut_attenuation_db_->push_back(sample.attenuation_db);
    }
    cut_.reset();
  }

  MsiPattern pattern_;
  std::optional<msi::Cut> cut_;  ///< the one being read; none while the header is
  std::vector<double>* cut_angle_deg_ = nullptr;
  std::vector<double>* cut_attenuation_db_ = nullptr;
  std::map<std::string, Said> said_;  ///< by key
  long line_ = 0;
  bool begun_ = false;
  bool is_mechanical_ = false;
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
