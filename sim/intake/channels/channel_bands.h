#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "sim/intake/channels/channel_numbers.h"

namespace phusong::intake {

/// A range of downlink channel numbers with one raster.
struct ChannelBand {
  std::string_view name;
  std::int64_t first = 0, last = 0;
  double first_mhz = 0.0;                ///< downlink centre of the first
  double step_mhz = 0.0;                 ///< from one number to the next
  double low_mhz = 0.0, high_mhz = 0.0;  ///< edges of the band's downlink
  bool in_vietnam = false;               ///< in use there
};

inline constexpr std::string_view kDcs1800 = "DCS 1800";

/// TS 45.005, clause 2: F_dl(n) of each band; the raster is 200 kHz.
std::span<const ChannelBand> gsm_bands();
/// TS 25.101, tables 5.1 and 5.2: N_DL = 5 (F_DL − F_DL_offset); the additional channels on the raster of 100 kHz are
/// left out.
std::span<const ChannelBand> utra_bands();
/// TS 36.101, table 5.7.3-1: F_DL = F_DL_low + 0.1 (N_DL − N_offs-DL).
std::span<const ChannelBand> eutra_bands();
/// TS 38.104, tables 5.4.2.3-1 and 5.4.2.3-2. Their frequencies follow from `nr_frequency_mhz`.
std::span<const ChannelBand> nr_bands();
/// The bands of a numbering.
std::span<const ChannelBand> bands_of(Numbering numbering);
/// TS 38.104, table 5.4.2.1-1: F_REF = F_REF-offs + ΔF_global (N_REF − N_REF-offs). NaN beyond 3279165.
double nr_frequency_mhz(std::int64_t number);

}  // namespace phusong::intake
