#include "propagation/sweep/clearance_blocks.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

using phusong::propagation::sweep::ClearanceBlocks;

TEST_CASE("the sample nearest to the ray is found without looking at all of them") {
  CHECK(rc::check([] {
    const auto below = *rc::gen::nonEmpty(rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 100'000)));
    const double slope = *rc::gen::inRange(-300, 300);
    const double receiver_km = 0.03 * static_cast<double>(below.size() + 1);
    std::vector<double> distance_km = {0.0}, slopes = {0.0};
    ClearanceBlocks::Nearest expected;
    for (std::size_t i = 0; i < below.size(); ++i) {
      const double d_km = 0.03 * static_cast<double>(i + 1);
      const double sample_slope = slope - below[i] * 1e-3;
      const double ratio = (slope - sample_slope) * (slope - sample_slope) * d_km / (receiver_km - d_km);
      distance_km.push_back(d_km);
      slopes.push_back(sample_slope);
      if (ratio <= expected.squared_ratio) expected = {ratio, static_cast<int>(i) + 1};
    }
    // Samples beyond the last one asked for do not count.
    for (int more = *rc::gen::inRange(0, 40); more > 0; --more) {
      distance_km.push_back(distance_km.back() + 0.03);
      slopes.push_back(slope + 1.0);
    }
    ClearanceBlocks blocks;
    blocks.start(distance_km, slopes);
    const auto found = blocks.nearest(static_cast<int>(below.size()), receiver_km, slope);
    RC_ASSERT(found.squared_ratio == expected.squared_ratio);
    RC_ASSERT(found.sample == expected.sample);
  }));
}

TEST_CASE("without samples there is nothing near the ray") {
  const ClearanceBlocks blocks;
  CHECK(blocks.nearest(0, 1.0, 0.0).squared_ratio == std::numeric_limits<double>::infinity());
}
