#include "propagation/sweep/flat_earth.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <vector>

using phusong::propagation::sweep::FlatEarth;
using phusong::propagation::sweep::UpperHull;

namespace {

/// Heights a kilometre apart over an Earth curved so much that its hull is far from that of the heights.
struct World {
  double half_curvature = 0.25 * *rc::gen::inRange(0, 20);
  std::vector<int> heights_m = *rc::gen::nonEmpty(rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 200)));
  double receiver_km = static_cast<double>(heights_m.size() + *rc::gen::inRange<std::size_t>(1, 9));
  double receiver_m = *rc::gen::inRange(-50, 400);
  UpperHull hull;

  World() {
    hull.start(heights_m.size());
    for (std::size_t i = 0; i < heights_m.size(); ++i)
      hull.push(km(i), heights_m[i] - half_curvature * km(i) * km(i), static_cast<int>(i));
  }

  static double km(std::size_t i) { return static_cast<double>(i + 1); }
};

}  // namespace

TEST_CASE("the curved Earth's hull holds what stands highest over a line on a flat Earth") {
  CHECK(rc::check([] {
    const World world;
    const double start_m = *rc::gen::inRange(0, 300), slope = 0.25 * *rc::gen::inRange(-400, 400);
    double highest_m = -1e9;
    for (std::size_t i = 0; i < world.heights_m.size(); ++i)
      highest_m = std::max(highest_m, world.heights_m[i] - start_m - slope * World::km(i));
    RC_ASSERT(std::abs(FlatEarth(world.hull, world.half_curvature).highest_over(start_m, slope) - highest_m) < 1e-9);
  }));
}

TEST_CASE("the curved Earth's hull holds what a receiver on a flat Earth sees highest") {
  CHECK(rc::check([] {
    const World world;
    const double x = world.receiver_km, y = world.receiver_m - world.half_curvature * x * x;
    double steepest = -1e9;
    for (std::size_t i = 0; i < world.heights_m.size(); ++i)
      steepest = std::max(steepest, (world.heights_m[i] - world.receiver_m) / (x - World::km(i)));
    const std::size_t tangent = world.hull.tangent_from(x, y);
    const double found = FlatEarth(world.hull, world.half_curvature).steepest_from(x, y, tangent);
    RC_ASSERT(std::abs(found - steepest) < 1e-9);
  }));
}
