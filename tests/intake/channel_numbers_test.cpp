#include "sim/intake/channels/channel_numbers.h"

#include <doctest/doctest.h>

#include <cmath>

using namespace phusong;
using namespace phusong::intake;

namespace {

double frequency_mhz(Numbering numbering, std::int64_t number, bool pcs1900 = false) {
  const auto channel = downlink_channel(numbering, number, pcs1900);
  return channel ? channel->frequency_mhz : std::nan("");
}

std::string band_of(Numbering numbering, std::int64_t number) {
  const auto channel = downlink_channel(numbering, number);
  return channel ? std::string(channel->band) : "";
}

}  // namespace

TEST_CASE("ARFCN are those of TS 45.005: the uplink of 890 + 0.2 n MHz and 45 MHz above it, and so on") {
  CHECK(frequency_mhz(Numbering::kArfcn, 0) == doctest::Approx(935.0));
  CHECK(frequency_mhz(Numbering::kArfcn, 1) == doctest::Approx(935.2));
  CHECK(frequency_mhz(Numbering::kArfcn, 124) == doctest::Approx(959.8));
  CHECK(frequency_mhz(Numbering::kArfcn, 975) == doctest::Approx(925.2));
  CHECK(frequency_mhz(Numbering::kArfcn, 1023) == doctest::Approx(934.8));
  CHECK(frequency_mhz(Numbering::kArfcn, 955) == doctest::Approx(921.2));
  CHECK(frequency_mhz(Numbering::kArfcn, 512) == doctest::Approx(1805.2));
  CHECK(frequency_mhz(Numbering::kArfcn, 885) == doctest::Approx(1879.8));
  CHECK(frequency_mhz(Numbering::kArfcn, 661, true) == doctest::Approx(1960.0));
  CHECK(frequency_mhz(Numbering::kArfcn, 128) == doctest::Approx(869.2));
  CHECK(frequency_mhz(Numbering::kArfcn, 259) == doctest::Approx(460.6));
}

TEST_CASE("UARFCN are those of TS 25.101: five times the frequency less the band's offset") {
  CHECK(frequency_mhz(Numbering::kUarfcn, 10562) == doctest::Approx(2112.4));
  CHECK(frequency_mhz(Numbering::kUarfcn, 10838) == doctest::Approx(2167.6));
  CHECK(frequency_mhz(Numbering::kUarfcn, 2937) == doctest::Approx(927.4));
  CHECK(frequency_mhz(Numbering::kUarfcn, 3088) == doctest::Approx(957.6));
  CHECK(frequency_mhz(Numbering::kUarfcn, 9800) == doctest::Approx(1960.0));
  CHECK(frequency_mhz(Numbering::kUarfcn, 1537) == doctest::Approx(2112.4));
  CHECK(band_of(Numbering::kUarfcn, 3011) == "VIII");
}

TEST_CASE("EARFCN are those of TS 36.101, table 5.7.3-1") {
  CHECK(frequency_mhz(Numbering::kEarfcn, 0) == doctest::Approx(2110.0));
  CHECK(frequency_mhz(Numbering::kEarfcn, 300) == doctest::Approx(2140.0));
  CHECK(frequency_mhz(Numbering::kEarfcn, 1575) == doctest::Approx(1842.5));
  CHECK(frequency_mhz(Numbering::kEarfcn, 3625) == doctest::Approx(942.5));
  CHECK(frequency_mhz(Numbering::kEarfcn, 6300) == doctest::Approx(806.0));
  CHECK(frequency_mhz(Numbering::kEarfcn, 9410) == doctest::Approx(778.0));
  CHECK(frequency_mhz(Numbering::kEarfcn, 38950) == doctest::Approx(2330.0));
  CHECK(frequency_mhz(Numbering::kEarfcn, 40620) == doctest::Approx(2593.0));
  CHECK(frequency_mhz(Numbering::kEarfcn, 66486) == doctest::Approx(2115.0));
  CHECK(band_of(Numbering::kEarfcn, 1949) == "3");
  CHECK(band_of(Numbering::kEarfcn, 1950) == "4");
}

TEST_CASE("NR-ARFCN are those of TS 38.104, table 5.4.2.1-1, on both sides of each change of raster") {
  CHECK(frequency_mhz(Numbering::kNrArfcn, 151600) == doctest::Approx(758.0));
  CHECK(frequency_mhz(Numbering::kNrArfcn, 428000) == doctest::Approx(2140.0));
  CHECK(frequency_mhz(Numbering::kNrArfcn, 620000) == doctest::Approx(3300.0));
  CHECK(frequency_mhz(Numbering::kNrArfcn, 633334) == doctest::Approx(3500.01));
  CHECK(frequency_mhz(Numbering::kNrArfcn, 653333) == doctest::Approx(3799.995));
  CHECK(frequency_mhz(Numbering::kNrArfcn, 2016667) == doctest::Approx(24250.08));
  CHECK(frequency_mhz(Numbering::kNrArfcn, 2104165) == doctest::Approx(29499.96));
  CHECK(band_of(Numbering::kNrArfcn, 640000) == "n78");
  CHECK(band_of(Numbering::kNrArfcn, 660000) == "n77");
}

TEST_CASE("numbers of uplink channels and of no channel are no downlink") {
  CHECK_FALSE(downlink_channel(Numbering::kArfcn, 125));
  CHECK_FALSE(downlink_channel(Numbering::kArfcn, 886));
  CHECK_FALSE(downlink_channel(Numbering::kArfcn, -1));
  CHECK_FALSE(downlink_channel(Numbering::kUarfcn, 10561));
  CHECK_FALSE(downlink_channel(Numbering::kUarfcn, 9612));   // uplink of band I
  CHECK_FALSE(downlink_channel(Numbering::kEarfcn, 18300));  // uplink of band 1
  CHECK_FALSE(downlink_channel(Numbering::kNrArfcn, 384001));
  CHECK_FALSE(downlink_channel(Numbering::kNrArfcn, 3279166));
}

TEST_CASE("a message names the ranges of the bands in use") {
  CHECK(allowed_channels(Numbering::kUarfcn) == "I: 10562 … 10838, VIII: 2937 … 3088");
}
