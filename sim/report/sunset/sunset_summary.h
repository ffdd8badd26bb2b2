#pragma once

#include <string>
#include <string_view>

#include "sim/network/network.h"
#include "sim/sunset/outcome/sunset_outcome.h"

namespace phusong::report {

/// The outcome in plain words of a language ("vi" or "en"): how far the switch-off gets and when, its bounds, its costs
/// and gains, and the hamlets that hold it back.
std::string sunset_summary(const network::Network& network, const sunset::SunsetOutcome& outcome,
                           std::string_view language);

}  // namespace phusong::report
