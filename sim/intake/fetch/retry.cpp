#include "sim/intake/fetch/retry.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <thread>

#include "gis/remote_raster.h"
#include "sim/progress/deadline.h"

namespace phusong::intake {
namespace {

/// A stop that is asked for meanwhile ends it.
void wait(double seconds, const progress::Progress& progress) {
  constexpr double kSliceS = 0.1;
  for (const progress::Deadline deadline(seconds); !deadline.is_over();) {
    progress.throw_if_stopped();
    std::this_thread::sleep_for(std::chrono::duration<double>(std::min(kSliceS, deadline.left_s())));
  }
  progress.throw_if_stopped();
}

}  // namespace

double RetryPolicy::wait_s(int failures) const {
  return first_wait_s * std::pow(2.0, failures - 1);
}

std::string RetryPolicy::text() const {
  if (tries == 1) return "1 try";
  std::string waits;
  for (int failures = 1; failures < tries; ++failures)
    waits += fmt::format("{}{:g}", failures == 1 ? "" : ", ", wait_s(failures));
  return fmt::format("{} tries, {} s apart", tries, waits);
}

void with_retries(const RetryPolicy& policy, const progress::Progress& progress, const Tell& tell,
                  const std::function<void()>& action) {
  for (int failures = 1;; ++failures) {
    progress.throw_if_stopped();
    try {
      action();
      return;
    } catch (const gis::RemoteError& error) {
      if (failures >= policy.tries)
        throw gis::MachineError(fmt::format("{}; given up after {}", error.what(), policy.text()));
      const double wait_s = policy.wait_s(failures);
      tell(fmt::format("{}; try {} of {} in {:g} s", error.what(), failures + 1, policy.tries, wait_s));
      wait(wait_s, progress);
    }
  }
}

}  // namespace phusong::intake
