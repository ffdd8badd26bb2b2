#pragma once

#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace phusong::propagation {

/// A text in MSI/Planet form is wrong; `line` counts from 1.
class MsiError : public std::runtime_error {
 public:
  MsiError(long line, const std::string& message) : std::runtime_error(message), line_(line) {}
  long line() const { return line_; }

 private:
  long line_;
};

/// An antenna pattern file: attenuations in dB per whole turn, horizontal cut clockwise from the main
/// lobe, vertical cut downwards from the horizon (90 straight down, 180 the horizon behind, 270 straight up).
struct MsiPattern {
  std::string name;
  std::optional<double> frequency_mhz, lower_mhz, upper_mhz;  ///< middle, lower and upper end of the range
  std::optional<double> gain_dbi;
  std::optional<double> electrical_tilt_deg;  ///< already in the vertical cut
  std::string comment;
  std::vector<double> horizontal_angle_deg, horizontal_attenuation_db;
  std::vector<double> vertical_angle_deg, vertical_attenuation_db;

  /// Linear between the entries, cyclic.
  double horizontal_db(double angle_deg) const;
  double vertical_db(double angle_deg) const;

  /// The whole sphere from the two cuts: the horizontal cut at the azimuth φ, corrected by how far the vertical
  /// cut at the elevation e is from its horizon, in front by 1 − |φ|/180 and behind by |φ|/180:
  ///   A = A_H(φ) + (1 − |φ|/180) (A_V(−e) − A_H(0)) + |φ|/180 (A_V(180 + e) − A_H(180)), not below 0.
  /// It is A_V on the whole vertical cut, A_H on the horizon where the cuts agree where they cross, and has no
  /// step between front and back. `elevation_deg`: up positive.
  double attenuation_db(double azimuth_deg, double elevation_deg) const;
};

/// Reads the text of an .msi file. Attenuations are ≥ 0, angles grow from 0 to at most 360°; a count after
/// HORIZONTAL or VERTICAL may be missing, and must be right where it is given. Throws MsiError.
MsiPattern parse_msi(std::string_view text);

/// The same for a text that may lack the cuts.
MsiPattern parse_msi_header(std::string_view text);

}  // namespace phusong::propagation
