#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

#include "sim/coverage/store/path_loss_store.h"

namespace phusong::report {

/// How long each stage took, how much processor time and memory, and what it did not have to compute: the one thing of
/// a run that may differ from run to run.
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
  struct Stage {
    std::string name;
    double seconds = 0.0;
    double processor_s = 0.0;      ///< of all threads
    std::int64_t peak_memory = 0;  ///< of the process from its start to the end of the stage, bytes
  };

  std::vector<Stage> stages_;
  std::string stage_;
  Clock::time_point stage_began_;
  double processor_before_s_ = 0.0;

  void end();
};

}  // namespace phusong::report
