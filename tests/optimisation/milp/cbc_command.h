#pragma once

#include <string>

namespace phusong::tests {

/// Whether the command `cbc` is there; where it is not, says that `test` is skipped.
bool has_cbc_command(const std::string& test);

/// Objective that the command `cbc` reports for a model in LP format. Throws std::runtime_error if it finds none.
double cbc_command_optimum(const std::string& lp_text);

}  // namespace phusong::tests
