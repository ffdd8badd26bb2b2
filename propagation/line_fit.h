#pragma once

#include <span>

namespace phusong::propagation {

/// A straight line over the indices of an evenly spaced profile.
struct FittedLine {
  double mean = 0.0;  ///< value at `middle`
  double slope_per_interval = 0.0;
  double middle = 0.0;  ///< index, may lie between two samples

  double at(double index) const { return mean + slope_per_interval * (index - middle); }
};

/// Whole indices, both included.
struct IndexStretch {
  int first = 0, last = 0;
};

/// The samples that fit_line() takes of 0 … last_index: positions are cut to whole indices towards the inside, and a
/// stretch without an interval is widened by one sample on each side.
IndexStretch stretch_between(int last_index, double first_position, double last_position);

/// Least-squares line through the samples between two positions, as the Irregular Terrain Model defines it (Hufford,
/// "The ITS Irregular Terrain Model", 6.4): both end samples of stretch_between() have half weight.
FittedLine fit_line(std::span<const double> values, double first_position, double last_position);

}  // namespace phusong::propagation
