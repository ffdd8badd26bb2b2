#pragma once

#include "sim/cli/command.h"

namespace phusong::cli {

/// The whole program: `invocation.arguments` begin with the command. Returns the exit code, or throws one of
/// the classes of exit_code.h.
int run_program(const Invocation& invocation);

}  // namespace phusong::cli
