#pragma once

#include <string>

#include "sim/network/network.h"
#include "sim/sunset/outcome/sunset_outcome.h"

namespace phusong::report {

/// sunset.json: the schedule's value, bound and gap in each of the lexicographic objectives, the totals, and the
/// blocking demands.
std::string sunset_json(const network::Network& network, const sunset::SunsetOutcome& outcome);

}  // namespace phusong::report
