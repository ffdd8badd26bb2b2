#pragma once

#include <string_view>

#include "sim/report/link/axis.h"
#include "sim/report/link/canvas.h"

namespace phusong::report {

/// What stands around a plot.
struct PlotLabels {
  std::string_view title, x, y;
};

/// A plot's box with axes from `x` and `y`, whose places on the page are set here.
class PlotFrame {
 public:
  PlotFrame(Canvas& canvas, const PageBox& box, Axis x, Axis y);

  /// Ticks with their numbers, labels and the box.
  void draw(const PlotLabels& labels, char decimal_mark);
  PagePoint at(double x, double y) const { return {x_.at(x), y_.at(y)}; }
  const PageBox& box() const { return box_; }
  const Axis& x() const { return x_; }

 private:
  Canvas& canvas_;
  PageBox box_;
  Axis x_, y_;
};

}  // namespace phusong::report
