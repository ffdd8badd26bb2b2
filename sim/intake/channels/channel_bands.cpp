#include "sim/intake/channels/channel_bands.h"

#include <array>
#include <limits>

namespace phusong::intake {
namespace {

/// Duplex spacings: 45 MHz in 850 and 900, 95 in 1800, 80 in 1900, 10 in 450 and 480.
constexpr std::array<ChannelBand, 7> kGsm = {{
    {"GSM 900", 0, 124, 935.0, 0.2, 935.0, 960.0, true},
    {"GSM 900", 940, 1023, 918.2, 0.2, 918.0, 935.0, true},
    {kDcs1800, 512, 885, 1805.2, 0.2, 1805.0, 1880.0, true},
    {"PCS 1900", 512, 810, 1930.2, 0.2, 1930.0, 1990.0, false},
    {"GSM 850", 128, 251, 869.2, 0.2, 869.0, 894.0, false},
    {"GSM 450", 259, 293, 460.6, 0.2, 460.4, 467.6, false},
    {"GSM 480", 306, 340, 489.0, 0.2, 488.8, 496.0, false},
}};

/// The first frequency is N_DL / 5 + F_DL_offset.
constexpr ChannelBand utra(std::string_view name, std::int64_t first, std::int64_t last, double offset_mhz,
                           bool in_vietnam = false) {
  const double first_mhz = static_cast<double>(first) / 5.0 + offset_mhz;
  const double last_mhz = static_cast<double>(last) / 5.0 + offset_mhz;
  return {name, first, last, first_mhz, 0.2, first_mhz - 2.4, last_mhz + 2.4, in_vietnam};
}

constexpr std::array<ChannelBand, 20> kUtra = {{
    utra("I", 10562, 10838, 0.0, true), utra("VIII", 2937, 3088, 340.0, true), utra("II", 9662, 9938, 0.0),
    utra("III", 1162, 1513, 1575.0),    utra("IV", 1537, 1738, 1805.0),        utra("V", 4357, 4458, 0.0),
    utra("VII", 2237, 2563, 2175.0),    utra("IX", 9237, 9387, 0.0),           utra("X", 3112, 3388, 1490.0),
    utra("XI", 3712, 3787, 736.0),      utra("XII", 3842, 3903, -37.0),        utra("XIII", 4017, 4043, -55.0),
    utra("XIV", 4117, 4143, -63.0),     utra("XIX", 712, 763, 735.0),          utra("XX", 4512, 4638, -109.0),
    utra("XXI", 862, 912, 1326.0),      utra("XXII", 4662, 5038, 2580.0),      utra("XXV", 5112, 5413, 910.0),
    utra("XXVI", 5762, 5913, -291.0),   utra("XXXII", 6617, 6813, 131.0),
}};

/// N_offs-DL is the first number; the last stands for the band's upper edge less one step.
constexpr ChannelBand eutra(std::string_view name, std::int64_t first, std::int64_t last, double low_mhz,
                            bool in_vietnam = false) {
  return {name, first, last, low_mhz, 0.1, low_mhz, low_mhz + 0.1 * static_cast<double>(last - first + 1), in_vietnam};
}

constexpr std::array<ChannelBand, 48> kEutra = {{
    eutra("1", 0, 599, 2110.0, true),        eutra("2", 600, 1199, 1930.0),
    eutra("3", 1200, 1949, 1805.0, true),    eutra("4", 1950, 2399, 2110.0),
    eutra("5", 2400, 2649, 869.0, true),     eutra("6", 2650, 2749, 875.0),
    eutra("7", 2750, 3449, 2620.0, true),    eutra("8", 3450, 3799, 925.0, true),
    eutra("9", 3800, 4149, 1844.9),          eutra("10", 4150, 4749, 2110.0),
    eutra("11", 4750, 4949, 1475.9),         eutra("12", 5010, 5179, 729.0),
    eutra("13", 5180, 5279, 746.0),          eutra("14", 5280, 5379, 758.0),
    eutra("17", 5730, 5849, 734.0),          eutra("18", 5850, 5999, 860.0),
    eutra("19", 6000, 6149, 875.0),          eutra("20", 6150, 6449, 791.0),
    eutra("21", 6450, 6599, 1495.9),         eutra("22", 6600, 7399, 3510.0),
    eutra("23", 7500, 7699, 2180.0),         eutra("24", 7700, 8039, 1525.0),
    eutra("25", 8040, 8689, 1930.0),         eutra("26", 8690, 9039, 859.0),
    eutra("27", 9040, 9209, 852.0),          eutra("28", 9210, 9659, 758.0, true),
    eutra("29", 9660, 9769, 717.0),          eutra("30", 9770, 9869, 2350.0),
    eutra("31", 9870, 9919, 462.5),          eutra("32", 9920, 10359, 1452.0),
    eutra("33", 36000, 36199, 1900.0),       eutra("34", 36200, 36349, 2010.0),
    eutra("35", 36350, 36949, 1850.0),       eutra("36", 36950, 37549, 1930.0),
    eutra("37", 37550, 37749, 1910.0),       eutra("38", 37750, 38249, 2570.0, true),
    eutra("39", 38250, 38649, 1880.0),       eutra("40", 38650, 39649, 2300.0, true),
    eutra("41", 39650, 41589, 2496.0, true), eutra("42", 41590, 43589, 3400.0),
    eutra("43", 43590, 45589, 3600.0),       eutra("44", 45590, 46589, 703.0),
    eutra("45", 46590, 46789, 1447.0),       eutra("46", 46790, 54539, 5150.0),
    eutra("48", 55240, 56739, 3550.0),       eutra("65", 65536, 66435, 2110.0),
    eutra("66", 66436, 67335, 2110.0),       eutra("71", 68586, 68935, 617.0),
}};

struct NrRaster {
  std::int64_t first, last;
  double offset_mhz, step_mhz;
};
constexpr std::array<NrRaster, 3> kNrRasters = {
    {{0, 599999, 0.0, 0.005}, {600000, 2016666, 3000.0, 0.015}, {2016667, 3279165, 24250.08, 0.06}}};

constexpr double nr_mhz(std::int64_t number) {
  for (const NrRaster& raster : kNrRasters) {
    if (number >= raster.first && number <= raster.last)
      return raster.offset_mhz + raster.step_mhz * static_cast<double>(number - raster.first);
  }
  return std::numeric_limits<double>::quiet_NaN();
}

constexpr ChannelBand nr(std::string_view name, std::int64_t first, std::int64_t last, bool in_vietnam = false) {
  return {name, first, last, nr_mhz(first), 0.0, nr_mhz(first), nr_mhz(last), in_vietnam};
}

/// Wider bands stand behind those that they hold.
constexpr std::array<ChannelBand, 25> kNr = {{
    nr("n1", 422000, 434000, true),     nr("n3", 361000, 376000, true),     nr("n8", 185000, 192000, true),
    nr("n28", 151600, 160600, true),    nr("n78", 620000, 653333, true),    nr("n41", 499200, 537999, true),
    nr("n77", 620000, 680000, true),    nr("n79", 693334, 733333, true),    nr("n40", 460000, 480000, true),
    nr("n258", 2016667, 2070832, true), nr("n257", 2054166, 2104165, true), nr("n2", 386000, 398000),
    nr("n5", 173800, 178800),           nr("n7", 524000, 538000),           nr("n12", 145800, 149200),
    nr("n20", 158200, 164200),          nr("n25", 386000, 399000),          nr("n34", 402000, 405000),
    nr("n39", 376000, 384000),          nr("n50", 286400, 303400),          nr("n66", 422000, 440000),
    nr("n70", 399000, 404000),          nr("n71", 123400, 130400),          nr("n260", 2229166, 2279165),
    nr("n261", 2070833, 2084999),
}};

}  // namespace

std::span<const ChannelBand> gsm_bands() {
  return kGsm;
}

std::span<const ChannelBand> utra_bands() {
  return kUtra;
}

std::span<const ChannelBand> eutra_bands() {
  return kEutra;
}

std::span<const ChannelBand> nr_bands() {
  return kNr;
}

std::span<const ChannelBand> bands_of(Numbering numbering) {
  switch (numbering) {
    case Numbering::kArfcn:
      return gsm_bands();
    case Numbering::kUarfcn:
      return utra_bands();
    case Numbering::kEarfcn:
      return eutra_bands();
    case Numbering::kNrArfcn:
      return nr_bands();
  }
  return {};
}

double nr_frequency_mhz(std::int64_t number) {
  return nr_mhz(number);
}

}  // namespace phusong::intake
