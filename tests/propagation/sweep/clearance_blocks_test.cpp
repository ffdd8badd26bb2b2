#include "propagation/sweep/clearance_blocks.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

using phusong::propagation::sweep::ClearanceBlocks;

TEST_CASE("the sample nearest to the ray is found without looking at all of them") {
  CHECK(rc::check([] {
    const auto below = *rc::gen::nonEmpty(rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 100'000)));
    const double slope = *rc::gen::inRange(-300, 300);
    const double receiver_km = 0.03 * static_cast<double>(below.size() + 1);
    ClearanceBlocks blocks;
    ClearanceBlocks::Nearest expected;
    for (std::size_t i = 0; i < below.size(); ++i) {
      const double d_km = 0.03 * static_cast<double>(i + 1);
      const double sample_slope = slope - below[i] * 1e-3;
      const double ratio = (slope - sample_slope) * (slope - sample_slope) * d_km / (receiver_km - d_km);
      blocks.push(d_km, sample_slope);
      if (ratio <= expected.squared_ratio) expected = {ratio, static_cast<int>(i) + 1};
    }
    const auto found = blocks.nearest(receiver_km, slope);
    RC_ASSERT(found.squared_ratio == expected.squared_ratio);
    RC_ASSERT(found.sample == expected.sample);
  }));
}

TEST_CASE("without samples there is nothing near the ray") {
  const ClearanceBlocks blocks;
  CHECK(blocks.nearest(1.0, 0.0).squared_ratio == std::numeric_limits<double>::infinity());
}
