#include "propagation/sweep/upper_hull.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <vector>

using phusong::propagation::sweep::UpperHull;

namespace {

/// Heights in whole metres at whole kilometres make every comparison exact.
std::vector<int> heights() {
  return *rc::gen::nonEmpty(rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 200)));
}

UpperHull hull_of(const std::vector<int>& heights) {
  UpperHull hull;
  hull.start(heights.size());
  for (std::size_t i = 0; i < heights.size(); ++i)
    hull.push(static_cast<double>(i), heights[i], static_cast<int>(i));
  return hull;
}

}  // namespace

TEST_CASE("from any receiver the hull's tangent is the highest of all points") {
  CHECK(rc::check([] {
    const std::vector<int> points = heights();
    const UpperHull hull = hull_of(points);
    const double x = static_cast<double>(points.size()) + *rc::gen::inRange(0, 20);
    const double y = *rc::gen::inRange(-50, 400);
    const auto elevation = [&](double px, double py) { return (py - y) / (x - px); };
    double highest = -1e9;
    for (std::size_t i = 0; i < points.size(); ++i)
      highest = std::max(highest, elevation(static_cast<double>(i), points[i]));
    const std::size_t tangent = hull.tangent_from(x, y);
    RC_ASSERT(std::abs(elevation(hull.x(tangent), hull.y(tangent)) - highest) < 1e-9);
  }));
}

TEST_CASE("the hull holds the point furthest above a line of any slope") {
  CHECK(rc::check([] {
    const std::vector<int> points = heights();
    const UpperHull hull = hull_of(points);
    const double slope = 0.25 * *rc::gen::inRange(-800, 800);
    double furthest = -1e9;
    for (std::size_t i = 0; i < points.size(); ++i)
      furthest = std::max(furthest, points[i] - slope * static_cast<double>(i));
    const std::size_t found = hull.furthest_above(slope);
    RC_ASSERT(std::abs(hull.y(found) - slope * hull.x(found) - furthest) < 1e-9);
  }));
}

TEST_CASE("the hull's slopes fall from the mast outwards, and its last point is the last one pushed") {
  CHECK(rc::check([] {
    const std::vector<int> points = heights();
    const UpperHull hull = hull_of(points);
    RC_ASSERT(hull.sample(hull.size() - 1) == static_cast<int>(points.size()) - 1);
    for (std::size_t p = 2; p < hull.size(); ++p) {
      const double before = (hull.y(p - 1) - hull.y(p - 2)) / (hull.x(p - 1) - hull.x(p - 2));
      const double after = (hull.y(p) - hull.y(p - 1)) / (hull.x(p) - hull.x(p - 1));
      RC_ASSERT(after < before + 1e-12);  // thirds and sevenths are rounded: a point on the line may stay
    }
  }));
}

TEST_CASE("of points on one line through the receiver the nearest is the tangent") {
  UpperHull hull;
  hull.start(3);
  hull.push(1.0, 10.0, 1);
  hull.push(2.0, 8.0, 2);
  hull.push(3.0, 6.0, 3);
  CHECK(hull.sample(hull.tangent_from(5.0, 2.0)) == 3);
}
