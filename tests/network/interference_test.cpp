#include "sim/network/interference.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <cmath>

using namespace phusong::network;

namespace {

Cell cell_of(Technology technology, double frequency_mhz, double bandwidth_mhz) {
  return {.technology = technology, .frequency_mhz = frequency_mhz, .bandwidth_mhz = bandwidth_mhz};
}

}  // namespace

TEST_CASE("the noise of a resource element, a chip rate and a 2G channel") {
  CHECK(noise_dbm(15e3, 7.0) == doctest::Approx(-125.239087));
  CHECK(noise_dbm(noise_bandwidth_hz(cell_of(Technology::k4G, 1842.5, 20.0)), 7.0) == doctest::Approx(-125.239087));
  CHECK(noise_dbm(noise_bandwidth_hz(cell_of(Technology::k3G, 2140.0, 5.0)), 7.0) == doctest::Approx(-101.156688));
  CHECK(noise_dbm(noise_bandwidth_hz(cell_of(Technology::k2G, 947.5, 0.2)), 7.0) == doctest::Approx(-113.989700));
  Cell nr = cell_of(Technology::k5G, 3500.0, 100.0);
  nr.subcarrier_khz = 30.0;
  CHECK(noise_dbm(noise_bandwidth_hz(nr), 9.0) == doctest::Approx(-120.228787));
}

TEST_CASE("a 4G cell has subcarriers of 15 kHz whatever its row says") {
  Cell cell = cell_of(Technology::k4G, 3500.0, 20.0);
  cell.subcarrier_khz = 30.0;
  CHECK(noise_bandwidth_hz(cell) == 15e3);
}

TEST_CASE("a channel is what the table says, else centre and bandwidth") {
  Cell cell = cell_of(Technology::k4G, 1842.5, 20.0);
  CHECK(channel_of(cell) == Channel{1832.5, 1852.5});
  cell.channel_low_mhz = 1830.0;
  cell.channel_high_mhz = 1845.0;
  CHECK(channel_of(cell) == Channel{1830.0, 1845.0});
  CHECK(channel_of(cell_of(Technology::k3G, 2140.0, 0.0)) == Channel{2137.5, 2142.5});
}

TEST_CASE("an overlap is a share of the channel that suffers it") {
  const Channel wide{1800.0, 1820.0}, narrow{1815.0, 1825.0};
  CHECK(overlap_share(wide, narrow) == doctest::Approx(0.25));
  CHECK(overlap_share(narrow, wide) == doctest::Approx(0.5));
  CHECK(overlap_share(wide, {1790.0, 1830.0}) == 1.0);
  CHECK(overlap_share(wide, {1820.0, 1830.0}) == 0.0);
  CHECK(overlap_share(wide, {1830.0, 1840.0}) == 0.0);
}

TEST_CASE("channels side by side do not overlap by the rounding of their edges") {
  const Cell low = cell_of(Technology::k3G, 2112.4, 5.0), high = cell_of(Technology::k3G, 2117.4, 5.0);
  CHECK(interference_weight(low, high) == 0.0);
  CHECK(interference_weight(high, low) == 0.0);
}

TEST_CASE("a channel without a width suffers from those that it lies in") {
  CHECK(overlap_share({1800.0, 1800.0}, {1800.0, 1800.0}) == 1.0);
  CHECK(overlap_share({1800.0, 1800.0}, {1790.0, 1810.0}) == 1.0);
  CHECK(overlap_share({1800.0, 1800.0}, {1801.0, 1810.0}) == 0.0);
}

TEST_CASE("any overlap of a share lies between 0 and 1, and a channel overlaps itself wholly") {
  CHECK(rc::check([] {
    const auto drawn = [] {
      const double low_mhz = 0.1 * *rc::gen::inRange(18000, 18400);
      return Channel{low_mhz, low_mhz + 0.1 * *rc::gen::inRange(1, 200)};
    };
    const Channel a = drawn(), b = drawn();
    const double share = overlap_share(a, b);
    RC_ASSERT(share >= 0.0);
    RC_ASSERT(share <= 1.0);
    RC_ASSERT(overlap_share(a, a) == 1.0);
    RC_ASSERT(std::abs(share * (a.high_mhz - a.low_mhz) - overlap_share(b, a) * (b.high_mhz - b.low_mhz)) < 1e-9);
  }));
}

TEST_CASE("2G interferes within the band by its reuse, whatever its load") {
  const InterferenceOptions options{.load = 0.3, .reuse_2g = 12.0};
  Cell cell = cell_of(Technology::k2G, 947.5, 0.2);
  cell.load = 0.9;
  CHECK(interference_factor(cell, options) == doctest::Approx(1.0 / 12.0));
  CHECK(interference_weight(cell, cell_of(Technology::k2G, 955.0, 0.2)) == 1.0);
  CHECK(interference_weight(cell, cell_of(Technology::k2G, 1842.5, 0.2)) == 0.0);
}

TEST_CASE("3G radiates its load over the pilot's share, and never less than its pilot") {
  const InterferenceOptions options{.load = 0.5};
  Cell cell = cell_of(Technology::k3G, 2140.0, 5.0);
  cell.reference_power_offset_db = -10.0;
  CHECK(interference_factor(cell, options) == doctest::Approx(5.0));
  cell.load = 0.0;
  CHECK(interference_factor(cell, options) == doctest::Approx(1.0));
  CHECK(interference_weight(cell, cell_of(Technology::k3G, 2142.5, 5.0)) == 1.0);
  CHECK(interference_weight(cell, cell_of(Technology::k3G, 2145.0, 5.0)) == 0.0);
}

TEST_CASE("4G and 5G interfere by their load and the overlap") {
  const InterferenceOptions options{.load = 0.5};
  Cell cell = cell_of(Technology::k4G, 1842.5, 20.0);
  CHECK(interference_factor(cell, options) == 0.5);
  cell.load = 0.2;
  CHECK(interference_factor(cell, options) == 0.2);
  CHECK(interference_weight(cell, cell_of(Technology::k4G, 1857.5, 20.0)) == doctest::Approx(0.25));
}

TEST_CASE("technologies do not interfere with each other, and 3G alone with itself") {
  CHECK(interference_weight(cell_of(Technology::k4G, 1842.5, 20.0), cell_of(Technology::k2G, 1842.5, 0.2)) == 0.0);
  CHECK(interference_weight(cell_of(Technology::k4G, 2600.0, 20.0), cell_of(Technology::k5G, 2600.0, 20.0)) == 0.0);
  CHECK(interferes_with_itself(Technology::k3G));
  for (const Technology technology : {Technology::k2G, Technology::k4G, Technology::k5G})
    CHECK_FALSE(interferes_with_itself(technology));
}

TEST_CASE("a cell sends over the subcarriers of its resource blocks") {
  CHECK(*transmission_bandwidth_hz(cell_of(Technology::k4G, 1842.5, 20.0)) == doctest::Approx(18e6));
  Cell nr = cell_of(Technology::k5G, 3500.0, 100.0);
  nr.subcarrier_khz = 30.0;
  CHECK(*transmission_bandwidth_hz(nr) == doctest::Approx(98.28e6));
  CHECK_FALSE(transmission_bandwidth_hz(cell_of(Technology::k4G, 1842.5, 7.0)).has_value());
  CHECK_FALSE(transmission_bandwidth_hz(cell_of(Technology::k3G, 2140.0, 5.0)).has_value());
}

TEST_CASE("throughput is 0 below -10 dB, 0.6 log2(1 + SINR) above, and 4.4 bit/s/Hz at most") {
  CHECK(throughput_mbps(-10.01, 18e6) == 0.0);
  CHECK(throughput_mbps(-10.0, 18e6) == doctest::Approx(18.0 * 0.6 * std::log2(1.1)));
  CHECK(throughput_mbps(0.0, 18e6) == doctest::Approx(10.8));
  CHECK(throughput_mbps(10.0, 18e6) == doctest::Approx(37.361862));
  CHECK(throughput_mbps(30.0, 18e6) == doctest::Approx(79.2));
}

TEST_CASE("throughput never falls with SINR") {
  CHECK(rc::check([] {
    const double low_db = 0.1 * *rc::gen::inRange(-300, 500), more_db = 0.1 * *rc::gen::inRange(0, 300);
    RC_ASSERT(throughput_mbps(low_db, 9e6) <= throughput_mbps(low_db + more_db, 9e6));
  }));
}
