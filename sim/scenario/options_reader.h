#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sim/scenario/toml_reader.h"

namespace phusong::scenario {

/// The options of a scenario file and which of them were given.
struct ReadOptions {
  Options options;
  GivenKeys given;
};

/// All of scenario.toml: keys, then overrides in their order, then what concerns several keys together.
/// Problems are added; throws gis::InputError for a syntax error, alone.
ReadOptions read_options(std::string_view text, const std::string& file, const std::vector<Override>& overrides,
                         gis::Problems& problems);

}  // namespace phusong::scenario
