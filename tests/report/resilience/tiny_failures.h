#pragma once

#include "../tiny_run.h"
#include "sim/analysis/resilience/resilience.h"

namespace phusong::tests {

/// Failures in TinyRun, put together by hand; the worst first: the grid of Bắc (two hamlets, one of them for any
/// operator), mast S1 (one hamlet, none for any operator). The link of S1 takes nothing away.
analysis::Resilience tiny_failures();

}  // namespace phusong::tests
