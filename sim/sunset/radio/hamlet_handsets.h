#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "sim/network/hamlet.h"
#include "sim/sunset/model/handsets.h"

namespace phusong::sunset {

/// round(share · handsets of the hamlet); without a table of shares the operators on air share them equally.
std::int64_t handsets_of_operator(const network::Hamlet& hamlet, const std::string& operator_name,
                                  std::size_t operators_on_air);

/// Handsets of each class in period 0: round(share · handsets); the class of the largest share (the first of equals)
/// takes the difference to the sum.
ClassCounts initial_counts(const network::Hamlet& hamlet, std::int64_t handsets);

}  // namespace phusong::sunset
