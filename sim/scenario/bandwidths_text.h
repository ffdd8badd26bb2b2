#pragma once

#include <string>

#include "sim/network/technology.h"

namespace phusong::scenario {

/// The bandwidths that 4G or 5G carriers have, for messages.
std::string bandwidths_text(network::Technology technology);

}  // namespace phusong::scenario
