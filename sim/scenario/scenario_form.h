#pragma once

#include <set>
#include <string>

#include "sim/scenario/options.h"

namespace phusong::scenario {

/// A scenario.toml of all keys, each with its meaning as defaults_toml has it: those that are `stated` have the value
/// that `options` gives them, the others stand as comments.
std::string scenario_toml(const Options& options, const std::set<std::string>& stated);

}  // namespace phusong::scenario
