#pragma once

#include "sim/progress/progress.h"

namespace phusong::tests {

/// Asks to stop at the first occasion.
class StopAtOnce : public progress::Progress {
 public:
  bool stop_requested() const override { return true; }
};

}  // namespace phusong::tests
