#pragma once

#include <array>
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
/// lobe, vertical cut downwards from the horizon.
struct MsiPattern {
  std::string name;
  std::optional<double> frequency_mhz, lower_mhz, upper_mhz;
  std::optional<double> gain_dbi;
  std::optional<double> electrical_tilt_deg;
  std::string comment;
  std::vector<double> horizontal_angle_deg, horizontal_attenuation_db;
  std::vector<double> vertical_angle_deg, vertical_attenuation_db;

  /// Linear between the entries, cyclic.
  double horizontal_db(double angle_deg) const;
  double vertical_db(double angle_deg) const;
};

/// Reads the text of an .msi file. Throws MsiError.
MsiPattern parse_msi(std::string_view text);

}  // namespace phusong::propagation
