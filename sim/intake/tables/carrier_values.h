#pragma once

#include <string>
#include <vector>

#include "sim/intake/tables/draft.h"
#include "sim/network/technology.h"

namespace phusong::intake {

/// The column of a technology's channel numbers: "earfcn" of 4G.
std::string numbering_target(network::Technology technology);

/// The technologies in whose numbering a row has a channel number.
std::vector<network::Technology> technologies_of_channels(const Draft& draft);

/// A bandwidth that is told by its number of resource blocks ("CELL_BW_N100", "n50") in MHz: 3GPP TS 36.101, table
/// 5.6-1.
void take_resource_blocks(Draft& draft);

/// "2x40W" of 4G and 5G is the power of one antenna port, which their tables have; of 2G and 3G it is refused, as it
/// may be of several carriers.
void take_port_power(Draft& draft);

/// Puts the frequency of a cell's channel number into frequency_mhz, and its technology where the row has none; where
/// neither a channel nor a frequency is given, the middle of the downlink of its band. A frequency beside a channel
/// that is the nominal one of the band ("1800") gives way; another is a refusal, as are a number of no downlink
/// channel, a frequency outside the band that the row names, one of an uplink or of no band, and one that is none of
/// its technology in a row of several carriers.
void take_carrier(Draft& draft);
/// Whether the frequency is none of the row's technology or band.
bool has_wrong_carrier(const Draft& draft);

}  // namespace phusong::intake
