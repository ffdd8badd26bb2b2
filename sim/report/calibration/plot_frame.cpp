#include "sim/report/calibration/plot_frame.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>

namespace phusong::report {
namespace {

/// A number at a tick; the sign is a minus, not a hyphen.
std::string tick_text(double value, int decimals, char decimal_mark) {
  std::string text = fmt::format("{:.{}f}", value, decimals);
  std::ranges::replace(text, '.', decimal_mark);
  return text.front() == '-' ? "−" + text.substr(1) : text;
}

}  // namespace

PlotFrame::PlotFrame(Canvas& canvas, const PageBox& box, Axis x, Axis y) : canvas_(canvas), box_(box), x_(x), y_(y) {
  x_.at_low = box.left;
  x_.at_high = box.right;
  y_.at_low = box.bottom;
  y_.at_high = box.top;
}

void PlotFrame::draw(const PlotLabels& labels, char decimal_mark) {
  const Stroke kGrid{.width_pt = 0.4, .grey = 0.85};
  const Ticks x_ticks = ticks_between(x_.low, x_.high, 6);
  for (const double value : x_ticks.values) {
    canvas_.line({x_.at(value), box_.top}, {x_.at(value), box_.bottom}, kGrid);
    canvas_.text({x_.at(value), box_.bottom + 4.0}, tick_text(value, x_ticks.decimals(), decimal_mark),
                 {.side = Side::kCentre});
  }
  const Ticks y_ticks = ticks_between(y_.low, y_.high, 6);
  for (const double value : y_ticks.values) {
    canvas_.line({box_.left, y_.at(value)}, {box_.right, y_.at(value)}, kGrid);
    canvas_.text({box_.left - 5.0, y_.at(value) - 5.0}, tick_text(value, y_ticks.decimals(), decimal_mark),
                 {.side = Side::kRight});
  }
  canvas_.box(box_, {.width_pt = 0.8});
  canvas_.text({box_.left, box_.top - 18.0}, labels.title, {.size_pt = 10.0, .is_bold = true});
  canvas_.text({0.5 * (box_.left + box_.right), box_.bottom + 18.0}, labels.x, {.size_pt = 9.0, .side = Side::kCentre});
  canvas_.text({box_.left - 42.0, 0.5 * (box_.top + box_.bottom)}, labels.y,
               {.size_pt = 9.0, .side = Side::kCentre, .turn_deg = 90.0});
}

}  // namespace phusong::report
