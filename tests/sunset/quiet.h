#pragma once

#include "sim/progress/progress.h"

namespace phusong::tests {

/// Reports to nobody and never stops.
inline progress::Progress quiet;

}  // namespace phusong::tests
