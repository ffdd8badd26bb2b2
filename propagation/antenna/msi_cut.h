#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace phusong::propagation::msi {

/// An angle of a cut with its attenuation.
struct CutSample {
  double angle_deg = 0.0;
  double attenuation_db = 0.0;
};

/// Two numbers and nothing else, parted by blanks, a semicolon, or a comma where the numbers have points: "12 3.4",
/// "12,5 3,4", "12.5,3.4". Nothing for anything else.
std::optional<CutSample> cut_sample_of(std::string_view line);

/// One cut while it is read: angles grow from 0° to 360°, or from −180° to 180°; a last row may repeat the first
/// direction, which the count may leave out. Throws MsiError.
class Cut {
 public:
  Cut(std::string name, std::optional<double> count) : name_(std::move(name)), count_(count) {}

  void add(CutSample sample, long line);
  /// The samples from 0° to below 360°, when `line` ends the cut.
  std::vector<CutSample> finish(long line) &&;

 private:
  /// Whether the angle is the first direction once more.
  bool closes_circle(double angle_deg) const;

  std::string name_;
  std::optional<double> count_;
  std::vector<CutSample> samples_;
  bool closed_ = false;  ///< the first direction has stood twice
};

}  // namespace phusong::propagation::msi
