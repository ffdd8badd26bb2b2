#include "sim/sunset/radio/band.h"

#include <doctest/doctest.h>

using namespace phusong;
using namespace phusong::sunset;

TEST_CASE("a cell without channels stands for its operator's whole band") {
  network::Cell cell;
  cell.frequency_mhz = 947.5;
  CHECK(shares_channels(cell, 930.0, 5.0));
  CHECK_FALSE(shares_channels(cell, 1842.5, 20.0));
  cell.channel_low_mhz = 935.0;
  cell.channel_high_mhz = 945.0;
  CHECK_FALSE(shares_channels(cell, 932.5, 5.0));
  CHECK(shares_channels(cell, 933.0, 5.0));
}
