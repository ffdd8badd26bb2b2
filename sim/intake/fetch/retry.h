#pragma once

#include <functional>
#include <string>

#include "sim/progress/progress.h"

namespace phusong::intake {

/// What is said to the user while something goes on.
using Tell = std::function<void(const std::string&)>;

/// How often something remote is tried, and how long is waited between.
struct RetryPolicy {
  int tries = 6;
  double first_wait_s = 1.0;  ///< doubled after each further failure

  /// Before the try that follows `failures` failures.
  double wait_s(int failures) const;
  /// "6 tries, 1, 2, 4, 8, 16 s apart"
  std::string text() const;
};

/// Calls `action` until it throws no gis::RemoteError, as often as the policy says; each failure and wait is told.
/// Throws MachineError with the last failure where no try succeeded, and progress::Stopped where a stop is asked for
/// meanwhile.
void with_retries(const RetryPolicy& policy, const progress::Progress& progress, const Tell& tell,
                  const std::function<void()>& action);

}  // namespace phusong::intake
