#pragma once

#include <string>
#include <vector>

#include "sim/scenario/scenario.h"

namespace phusong::scenario {

/// One key with several values, one after the other.
struct Sweep {
  std::string key;
  std::vector<std::string> values;  ///< each as TOML
};

/// Splits "key=[a, b, c]", the values a TOML array. Throws gis::InputError (kind kScenario).
Sweep parse_sweep(const std::string& text);

}  // namespace phusong::scenario
