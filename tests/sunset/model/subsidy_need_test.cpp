#include "sim/sunset/model/subsidy_need.h"

#include <doctest/doctest.h>

using namespace phusong;
using namespace phusong::sunset;

TEST_CASE("the fewest handsets are found for voice and data together") {
  // At the only demand class VoLTE has both, 4G without VoLTE has data alone, and the older ones nothing.
  ServedWeights weights;
  weights.of[bit_index(Service::kVoice, kVolteIndex)] = 1.0;
  weights.of[bit_index(Service::kData, kVolteIndex)] = 1.0;
  weights.of[bit_index(Service::kData, 2)] = 1.0;
  const ClassCounts counts = {4, 2, 3, 1};
  const Demand demand{.voice_floor = 0.5, .data_floor = 0.7};
  const auto fewest = fewest_subsidies(demand, weights, counts);
  REQUIRE(fewest);
  CHECK(total(*fewest) == 4);  // 4 more voices, 3 of them with new data
  CHECK(floors_hold(demand, weights, with_subsidies(counts, *fewest)));
  CHECK_FALSE(fewest_subsidies({.voice_floor = 1.0, .data_floor = 1.0}, {}, counts));
}
