#pragma once

#include <chrono>
#include <string>
#include <utility>
#include <vector>

#include "sim/coverage/store/path_loss_store.h"

namespace phusong::report {

/// How long each stage took, and what it did not have to compute: the one thing of a run that may differ from run to
/// run.
class Timings {
 public:
  /// Ends the stage before, if any, and begins this one.
  void begin(std::string stage);
  /// timings.json; ends the last stage.
  std::string json(int threads, const coverage::PathLossTally& path_losses);
  double total_s() const;

 private:
  using Clock = std::chrono::steady_clock;

  std::chrono::system_clock::time_point started_at_ = std::chrono::system_clock::now();
  std::vector<std::pair<std::string, double>> stages_;
  std::string stage_;
  Clock::time_point stage_began_;

  void end();
};

}  // namespace phusong::report
