#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "sim/network/technology.h"

namespace phusong::intake {

/// How the channels of a technology are numbered.
enum class Numbering {
  kArfcn,    ///< 2G: 3GPP TS 45.005, clause 2
  kUarfcn,   ///< 3G: 3GPP TS 25.101, clause 5.4.3
  kEarfcn,   ///< 4G: 3GPP TS 36.101, clause 5.7.3
  kNrArfcn,  ///< 5G: 3GPP TS 38.104, clause 5.4.2.1
};

/// "ARFCN", "UARFCN", "EARFCN", "NR-ARFCN".
std::string_view name_of(Numbering numbering);
/// The document that the numbering stands in: "3GPP TS 36.101".
std::string_view source_of(Numbering numbering);
network::Technology technology_of(Numbering numbering);
Numbering numbering_of(network::Technology technology);

/// A downlink carrier by its channel number.
struct DownlinkChannel {
  double frequency_mhz = 0.0;  ///< centre
  std::string_view band;       ///< "DCS 1800", "I", "3", "n78"
  double band_low_mhz = 0.0, band_high_mhz = 0.0;
};

/// The carrier of a channel number, of the first band of the tables that has it. An ARFCN from 512 to 810 is one of
/// DCS 1800 unless `pcs1900` says otherwise (TS 45.005: which is meant is signalled by other means). Nothing for a
/// number of no band, numbers of uplink channels among them.
std::optional<DownlinkChannel> downlink_channel(Numbering numbering, std::int64_t number, bool pcs1900 = false);

/// The numbers of all bands, for messages: "1: 0 … 599, 3: 1200 … 1949, …"; only of bands in use in Vietnam.
std::string allowed_channels(Numbering numbering);

}  // namespace phusong::intake
