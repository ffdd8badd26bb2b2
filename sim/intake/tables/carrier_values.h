#pragma once

#include "sim/intake/tables/draft.h"

namespace phusong::intake {

/// Puts the frequency of a cell's channel number into frequency_mhz, and its technology where the row has none. A
/// frequency beside it that is the nominal one of the band ("1800") gives way; another is a refusal, as is a number of
/// no downlink channel.
void take_channel(Draft& draft);

}  // namespace phusong::intake
