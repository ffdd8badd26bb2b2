#pragma once

#include "sim/cli/run_options.h"

namespace phusong::cli {

/// Runs the stages of a scenario and fills its RUN folder; says on `invocation.out` what came out. Returns the exit
/// code.
int run_stages(const RunOptions& options, const Invocation& invocation);

}  // namespace phusong::cli
