#pragma once

#include <optional>
#include <string>
#include <string_view>

/// The values of .msi lines. A value is understood as a whole or not at all: no number is picked out of a text whose
/// other parts are not known. The readers throw std::invalid_argument that says what a value may look like.
namespace phusong::propagation::msi {

/// The number that `text` is, all of it: a sign directly before the digits, one point or comma, an exponent.
std::optional<double> number_of(std::string_view text);

/// The text with Unicode's blanks, dashes and minus written as ASCII has them.
std::string plain(std::string_view text);

struct FrequencyRange {
  double lower_mhz = 0.0;
  double upper_mhz = 0.0;
};
/// "140", "5.15–5.87 GHz", "5 7 GHz", "900 MHz - 1.8 GHz"; MHz where no unit is given.
FrequencyRange frequency_of(std::string_view text);

/// "11.11 dBi", "(dBd) 11.11", "16,95 dBd", and of "15.2 dBd (17.35 dBi)" the dBi; dBd where no unit is given.
/// A gain in dBi and one in dBd that differ by more than 0.1 dB are refused.
double gain_dbi_of(std::string_view text);

/// The value of TILT or ELECTRICAL_TILT: "1.25", "8-Deg E-Tilt", "T10"; nothing for a mechanical tilt, for words
/// alone and for an angle from 90° up. The sign is left out, for files write a downtilt with either.
std::optional<double> electrical_tilt_deg_of(std::string_view text);

/// Whether TILT says that the antenna is tilted by its mount and not electrically.
bool is_mechanical_tilt(std::string_view text);

/// An electrical tilt named in a COMMENT: "ELECTRICAL_TILT 8 degrees", "ETilt -2 deg". A comment is free text: what is
/// not such a phrase is no tilt, and never an error.
std::optional<double> electrical_tilt_deg_in_comment(std::string_view text);

}  // namespace phusong::propagation::msi
