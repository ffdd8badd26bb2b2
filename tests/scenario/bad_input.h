#pragma once

#include <functional>
#include <string>
#include <vector>

#include "tests/scenario/tiny_scenario.h"

namespace phusong::tests {

/// A scenario broken in one way, and the one message that it must give.
struct BadInput {
  std::string name;
  std::function<void(TinyScenario&)> spoil;
  int exit_code = 3;
  std::string message;  ///< the whole line, "@" standing for the scenario's folder
};

/// The catalogue of bad input.
std::vector<BadInput> bad_inputs();

}  // namespace phusong::tests
