#pragma once

#include <string>

#include "sim/progress/progress.h"
#include "sim/report/timings.h"

namespace phusong::cli {

/// Passes progress on, and lets each part of a stage have its own time in timings.json.
class TimedProgress : public progress::Progress {
 public:
  TimedProgress(progress::Progress& to, report::Timings& timings, std::string prefix)
      : to_(to), timings_(timings), prefix_(std::move(prefix)) {}

  void begin(std::string_view stage, std::size_t total) override {
    timings_.begin(prefix_ + std::string(stage));
    to_.begin(stage, total);
  }
  void advance(std::size_t n) override { to_.advance(n); }
  bool stop_requested() const override { return to_.stop_requested(); }

 private:
  progress::Progress& to_;
  report::Timings& timings_;
  std::string prefix_;
};

}  // namespace phusong::cli
