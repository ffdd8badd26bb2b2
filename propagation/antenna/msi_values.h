#pragma once

#include <optional>
#include <string_view>
#include <vector>

/// The free-form values of .msi header lines.
namespace phusong::propagation::msi {

/// Every decimal number in the text without its sign, in order: a dash parts the ends of a range.
std::vector<double> numbers_in(std::string_view text);

bool contains_word(std::string_view text, std::string_view word_lower_case);

struct FrequencyRange {
  double lower_mhz = 0.0;
  double upper_mhz = 0.0;
};
/// "140", "5.15–5.87 GHz", "5 7 GHz"; MHz where no unit is given.
std::optional<FrequencyRange> frequency_of(std::string_view text);

/// "11.11 dBi", "(dBd) 11.11"; dBd where no unit is given.
std::optional<double> gain_dbi_of(std::string_view text);

/// The value of TILT or ELECTRICAL_TILT: "1.25", "8-Deg E-Tilt", "T10"; 0 for a mechanical tilt; nothing
/// where no angle below 90° is named.
std::optional<double> electrical_tilt_deg_of(std::string_view text);

/// An electrical tilt named in a COMMENT: "ELECTRICAL_TILT 8 degrees", "ETilt -2 deg".
std::optional<double> electrical_tilt_deg_in_comment(std::string_view text);

}  // namespace phusong::propagation::msi
