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
  std::optional<double> electrical_tilt_deg;  ///< as the header or a comment names it; the cut is what counts
  std::optional<double> stated_tilt_deg;      ///< the same, and nothing where the file only says that it is mechanical
  std::string comment;
  std::vector<double> horizontal_angle_deg, horizontal_attenuation_db;
  std::vector<double> vertical_angle_deg, vertical_attenuation_db;
  double beam_azimuth_deg = 0.0;  ///< where the horizontal cut has its least attenuation: the vertical cut's azimuth
  std::vector<double> beams_deg;  ///< that azimuth first, then those of beams as strong (antenna/msi_beams.h)
  double cut_tilt_deg = 0.0;      ///< down positive: the vertical cut's lobe in front, where within 45° of the horizon

  /// Linear between the entries, cyclic.
  double horizontal_db(double angle_deg) const;
  double vertical_db(double angle_deg) const;

  /// The whole sphere from the two cuts: the horizontal cut at the azimuth φ, corrected by how far the vertical
  /// cut at the elevation e is from it where the two cross, at the beam's azimuth φ₀ and behind it. With b the share of
  /// half a turn by which φ is away from φ₀, or for several beams as strong as each other, which all have the vertical
  /// cut, that of the way from the nearest beam to the nearest direction behind a beam:
  ///   A = A_H(φ) + (1 − b) (A_V(−e) − A_H(φ₀)) + b (A_V(180 + e) − A_H(φ₀ + 180)), not below 0.
  /// It is A_V on the whole vertical cut, A_H on the horizon where the cuts agree where they cross, and has no
  /// step between front and back. `elevation_deg`: up positive.
  double attenuation_db(double azimuth_deg, double elevation_deg) const;

  /// Sets `beam_azimuth_deg`, `beams_deg` and `cut_tilt_deg` from the cuts; a cut that is missing leaves 0.
  void find_beam();
  /// By how many decibels the cuts contradict each other where they cross, in front or behind, whichever is more. A
  /// horizontal cut may lie in the horizon or on the cone of the tilt: the nearer of the two counts.
  double contradiction_db() const;
  /// Whether header or comment say another electrical tilt than the vertical cut has, by more than 1°.
  bool contradicts_tilt() const;

 private:
  double share_behind(double azimuth_deg) const;
};

/// Reads the text of an .msi file. Attenuations are ≥ 0, angles grow from 0 to at most 360° or from −180 to 180°; a
/// count after HORIZONTAL or VERTICAL may be missing, and must be right where it is given. A GAIN, FREQUENCY or TILT
/// that is not one value, a key that stands twice with two values, and a cut with a gap in it are errors. Throws
/// MsiError.
MsiPattern parse_msi(std::string_view text);

/// The same for a text that may lack the cuts.
MsiPattern parse_msi_header(std::string_view text);

}  // namespace phusong::propagation
