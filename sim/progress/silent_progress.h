#pragma once

#include "sim/progress/progress.h"

namespace phusong::progress {

/// Passes on the wish to stop and says nothing: for pieces of work inside a stage that shows its own progress.
class SilentProgress : public Progress {
 public:
  explicit SilentProgress(const Progress& outer) : outer_(outer) {}
  bool stop_requested() const override { return outer_.stop_requested(); }

 private:
  const Progress& outer_;
};

}  // namespace phusong::progress
