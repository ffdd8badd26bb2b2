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
  long line = 0;  ///< of the file
};

/// Two numbers and nothing else, parted by blanks, a semicolon, or a comma where the numbers have points: "12 3.4",
/// "12,5 3,4", "12.5,3.4". Nothing for anything else.
std::optional<CutSample> cut_sample_of(std::string_view line);

/// One cut while it is read: angles grow from 0° to 360°, or from −180° to 180°; a last row may repeat the first
/// direction, which the count may leave out. A gap between neighbours is refused where it is above 30° and at least
/// three times the step that is usual in the cut, for what lies in it is not known: a half is not the mirror of the
/// other, and nothing is made up by a straight line across it. Throws MsiError.
class Cut {
 public:
  Cut(std::string name, std::optional<double> count) : name_(std::move(name)), count_(count) {}

  void add(CutSample sample, long line);
  /// The samples from 0° to below 360°, when `line` ends the cut.
  std::vector<CutSample> finish(long line) &&;

 private:
  /// Whether the angle is the first direction once more.
  bool closes_circle(double angle_deg) const;
  /// From each sample to the next, in turn; the last is that to the first.
  std::vector<double> steps_deg() const;
  void check_gaps() const;

  std::string name_;
  std::optional<double> count_;
  std::vector<CutSample> samples_;
  bool closed_ = false;  ///< the first direction has stood twice
};

}  // namespace phusong::propagation::msi
