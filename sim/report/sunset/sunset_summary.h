#pragma once

#include <string>
#include <string_view>

#include "sim/report/sunset/sunset_data.h"

namespace phusong::report {

/// What came out, in plain words of a language ("vi" or "en"): how far the switch-off gets and when, what it takes and
/// gives, how good that can be said to be, and which hamlets hold it back.
std::string sunset_summary(const SunsetData& data, std::string_view language);

}  // namespace phusong::report
