#include "sim/scenario/synth/outline.h"

#include <algorithm>

#include "sim/scenario/synth/spaced_points.h"

namespace phusong::synth {
namespace {

using Outline = std::vector<gis::MapPoint>;

// How much nearer `point` is to `own` than to `other`, as a difference of squares: linear along a line.
double lead_m2(gis::MapPoint point, gis::MapPoint own, gis::MapPoint other) {
  return squared_distance_m2(point, other) - squared_distance_m2(point, own);
}

// The part of a convex outline that is nearer to `own` (Sutherland and Hodgman's clipping by one line).
Outline nearer_part(const Outline& outline, gis::MapPoint own, gis::MapPoint other) {
  Outline kept;
  for (std::size_t i = 0; i < outline.size(); ++i) {
    const gis::MapPoint here = outline[i], next = outline[(i + 1) % outline.size()];
    const double lead_here = lead_m2(here, own, other), lead_next = lead_m2(next, own, other);
    if (lead_here >= 0.0) kept.push_back(here);
    if ((lead_here < 0.0) != (lead_next < 0.0)) {
      const double share = lead_here / (lead_here - lead_next);
      kept.push_back({here.x_m + share * (next.x_m - here.x_m), here.y_m + share * (next.y_m - here.y_m)});
    }
  }
  return kept;
}

double squared_reach_m2(const Outline& outline, gis::MapPoint seat) {
  double reach_m2 = 0.0;
  for (const gis::MapPoint corner : outline)
    reach_m2 = std::max(reach_m2, squared_distance_m2(corner, seat));
  return reach_m2;
}

}  // namespace

std::vector<Outline> outlines_around(const std::vector<gis::MapPoint>& seats, const gis::Grid& grid) {
  const Outline whole = {{grid.left_m, grid.bottom_m()},
                         {grid.right_m(), grid.bottom_m()},
                         {grid.right_m(), grid.top_m},
                         {grid.left_m, grid.top_m}};
  std::vector<Outline> outlines;
  for (const gis::MapPoint seat : seats) {
    auto others = seats;
    std::ranges::sort(others, {}, [seat](gis::MapPoint other) { return squared_distance_m2(other, seat); });
    Outline outline = whole;
    for (const gis::MapPoint other : others) {
      const double apart_m2 = squared_distance_m2(other, seat);
      if (apart_m2 == 0.0) continue;
      // A seat more than twice as far as the farthest corner cannot cut anything off.
      if (apart_m2 > 4.0 * squared_reach_m2(outline, seat)) break;
      outline = nearer_part(outline, seat, other);
    }
    outlines.push_back(std::move(outline));
  }
  return outlines;
}

}  // namespace phusong::synth
