#pragma once

#include <atomic>
#include <chrono>
#include <mutex>
#include <ostream>
#include <string>

#include "sim/progress/progress.h"

namespace phusong::cli {

/// Where progress goes: nowhere, to a line that is redrawn, or to plain lines: one at the start of a stage, and one
/// every tenth of the way where it is at least two seconds after the last.
enum class ProgressStyle { kNone, kTerminal, kPlain };

/// The style for this process: none when quiet, by whether stderr is a terminal otherwise.
ProgressStyle progress_style(bool quiet);

/// Percentage and remaining time of a stage; stops on Ctrl-C.
class TerminalProgress : public progress::Progress {
 public:
  using Clock = std::chrono::steady_clock;
  using Now = Clock::time_point (*)();

  TerminalProgress(std::ostream& out, ProgressStyle style, Now now = &Clock::now)
      : out_(out), style_(style), now_(now) {}
  ~TerminalProgress() override { close_line(); }
  TerminalProgress(const TerminalProgress&) = delete;
  TerminalProgress& operator=(const TerminalProgress&) = delete;

  void begin(std::string_view stage, std::size_t total) override;
  void advance(std::size_t n) override;
  bool stop_requested() const override;

 private:
  std::ostream& out_;
  ProgressStyle style_;
  Now now_;
  std::mutex mutex_;
  std::atomic<std::size_t> done_ = 0;
  std::size_t total_ = 0;
  std::string stage_;
  Clock::time_point started_, last_line_;
  int shown_percent_ = 0;
  bool line_open_ = false;

  void show(int percent);
  void close_line();
};

}  // namespace phusong::cli
