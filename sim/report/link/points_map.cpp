#include "sim/report/link/points_map.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "propagation/units.h"
#include "sim/report/link/label_placer.h"

namespace phusong::report {
namespace {

constexpr double kDotPt = 3.2;

/// The east and north of a hamlet on the page.
struct PointsFrame {
  PagePoint centre;
  double pt_per_m = 1.0;
  double radius_pt = 1.0;

  PagePoint at(const analysis::LinkPoint& point) const {
    return {centre.x + pt_per_m * point.east_m, centre.y - pt_per_m * point.north_m};
  }
};

PointsFrame points_frame(const PageBox& area, const std::vector<analysis::LinkPoint>& points) {
  double reach_m = 50.0;
  for (const analysis::LinkPoint& point : points)
    reach_m = std::max(reach_m, std::hypot(point.east_m, point.north_m));
  const double radius_pt = 0.5 * std::min(area.width(), area.height());
  return {.centre = {0.5 * (area.left + area.right), 0.5 * (area.top + area.bottom)},
          .pt_per_m = (radius_pt - 12.0) / reach_m,
          .radius_pt = radius_pt};
}

void draw_dot(Canvas& canvas, PagePoint at, bool is_covered) {
  canvas.disc(at, kDotPt, is_covered ? 0.0 : 1.0);
  canvas.circle(at, kDotPt, {.width_pt = 0.9});
}

void draw_mast_arrow(Canvas& canvas, const PointsFrame& frame, const analysis::LinkBudget& budget) {
  const auto& direction = budget.pattern->direction;
  const double back_rad = propagation::radians_from_degrees(direction.azimuth_deg - direction.convergence_deg + 180.0);
  const auto out = [&](double radius_pt) {
    return PagePoint{frame.centre.x + radius_pt * std::sin(back_rad), frame.centre.y - radius_pt * std::cos(back_rad)};
  };
  canvas.arrow(out(frame.radius_pt - 4.0), out(frame.radius_pt + 8.0), {.width_pt = 1.0});
}

void draw_points_legend(Canvas& canvas, const PageBox& box, const PictureWords& words) {
  const Lettering lettering{.size_pt = 7.0};
  double x = box.left + 4.0;
  for (const bool is_covered : {true, false}) {
    const std::string_view text = is_covered ? words.covered : words.not_covered;
    draw_dot(canvas, {x + kDotPt, box.bottom - 5.0}, is_covered);
    x = canvas.text({x + 2.0 * kDotPt + 3.0, box.bottom - 9.5}, text, lettering).right + 8.0;
  }
  canvas.arrow({x, box.bottom - 5.0}, {x + 12.0, box.bottom - 5.0}, {.width_pt = 1.0});
  canvas.text({x + 15.0, box.bottom - 9.5}, words.to_mast, lettering);
}

}  // namespace

void draw_points(Canvas& canvas, const PageBox& box, const analysis::LinkBudget& budget, const PictureWords& words) {
  canvas.text({0.5 * (box.left + box.right), box.top}, words.points_title,
              {.size_pt = 8.0, .is_bold = true, .side = Side::kCentre});
  const PageBox area{box.left + 8.0, box.top + 20.0, box.right - 8.0, box.bottom - 22.0};
  const PointsFrame frame = points_frame(area, budget.points);
  canvas.circle(frame.centre, frame.radius_pt - 4.0, {.width_pt = 0.4, .grey = 0.6});
  if (budget.pattern) draw_mast_arrow(canvas, frame, budget);
  LabelPlacer labels(canvas, {box.left, box.top + 12.0, box.right, box.bottom - 12.0});
  for (const analysis::LinkPoint& point : budget.points) {
    const PagePoint at = frame.at(point);
    const double half = kDotPt + (point.point == budget.point ? 2.5 : 0.5);
    labels.keep_free({at.x - half, at.y - half, at.x + half, at.y + half});
  }
  for (const analysis::LinkPoint& point : budget.points) {
    const PagePoint at = frame.at(point);
    const bool is_chosen = point.point == budget.point;
    labels.label(at, picture_number(point.level_dbm, 0, words), {.size_pt = 6.0, .is_bold = is_chosen});
  }
  for (const analysis::LinkPoint& point : budget.points) {
    draw_dot(canvas, frame.at(point), point.is_covered);
    if (point.point == budget.point) canvas.circle(frame.at(point), kDotPt + 2.0, {.width_pt = 0.6});
  }
  draw_points_legend(canvas, box, words);
}

}  // namespace phusong::report
