#pragma once

#include <algorithm>

#include "propagation/sweep/upper_hull.h"

namespace phusong::propagation::sweep {

/// What the hull of heights over the curved Earth, y = height − C d², shows of the heights themselves. Taking C d²
/// away bends every straight line downwards, so what lies under a line lies under the bent one, and each vertex of the
/// heights' own hull is a vertex of this one too: extremes over a flat Earth are found a few vertices from those over
/// the curved one, without a hull of their own.
class FlatEarth {
 public:
  FlatEarth(const UpperHull& hull, double half_curvature) : hull_(hull), c_(half_curvature) {}

  /// How far the highest point stands over the line that rises from `start` at the mast by `slope`. The hull is not
  /// empty.
  double highest_over(double start, double slope) const {
    std::size_t p = hull_.furthest_above(slope);
    double highest = height(p) - slope * hull_.x(p);
    // Over a flat Earth the way from one vertex to the next is steeper, by C times the sum of their distances.
    const double least_slope = slope - 2.0 * c_ * hull_.x(hull_.size() - 1);
    for (++p; p < hull_.size() && hull_.slope(p) > least_slope; ++p)
      highest = std::max(highest, height(p) - slope * hull_.x(p));
    return highest - start;
  }

  /// Steepest slope towards the mast from a place beyond the hull. `tangent`: the hull's own, from that place; `y`: the
  /// place's over the curved Earth.
  double steepest_from(double x, double y, std::size_t tangent) const {
    double steepest = flat_slope(x, y, tangent);
    // Further from the place slopes over the curved Earth fall, and a flat Earth adds less and less to them.
    for (std::size_t p = tangent; p > 0;) {
      --p;
      const double most = flat_slope(x, y, p);
      if (most > steepest) steepest = most;
      if (most + c_ * hull_.x(p) <= steepest) break;
    }
    return steepest;
  }

 private:
  double height(std::size_t p) const { return hull_.y(p) + c_ * hull_.x(p) * hull_.x(p); }
  double flat_slope(double x, double y, std::size_t p) const {
    return (hull_.y(p) - y) / (x - hull_.x(p)) - c_ * (x + hull_.x(p));
  }

  const UpperHull& hull_;
  double c_;
};

}  // namespace phusong::propagation::sweep
