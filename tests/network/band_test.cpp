#include "sim/network/band.h"

#include <doctest/doctest.h>

using phusong::network::same_band;

TEST_CASE("uplink and downlink of a band are one band, and bands that meet are two") {
  CHECK(same_band(890.0, 947.5));
  CHECK(same_band(1710.0, 1879.9));
  CHECK_FALSE(same_band(879.9, 880.0));
  CHECK_FALSE(same_band(947.5, 1842.5));
}

TEST_CASE("outside all bands a frequency is alone") {
  CHECK(same_band(450.0, 450.0));
  CHECK_FALSE(same_band(450.0, 451.0));
}
