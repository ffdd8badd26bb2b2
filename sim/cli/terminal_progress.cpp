#include "sim/cli/terminal_progress.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cmath>

#include "sim/cli/interrupt.h"

namespace phusong::cli {
namespace {

/// Between plain lines: a log of a run of seconds has its stages alone.
constexpr std::chrono::seconds kLeastPause{2};

std::string duration_text(double seconds) {
  const auto whole = static_cast<long>(std::ceil(seconds));
  return whole < 60 ? fmt::format("{} s", whole) : fmt::format("{} min {:02} s", whole / 60, whole % 60);
}

}  // namespace

ProgressStyle progress_style(bool quiet) {
  if (quiet) return ProgressStyle::kNone;
  return isatty(STDERR_FILENO) == 1 ? ProgressStyle::kTerminal : ProgressStyle::kPlain;
}

void TerminalProgress::begin(std::string_view stage, std::size_t total) {
  const std::lock_guard lock(mutex_);
  close_line();
  stage_ = stage;
  total_ = total;
  done_ = 0;
  shown_percent_ = 0;
  started_ = last_line_ = now_();
  if (style_ == ProgressStyle::kPlain) out_ << stage_ << std::endl;
}

void TerminalProgress::advance(std::size_t n) {
  const std::size_t done = done_ += n;
  if (style_ == ProgressStyle::kNone || total_ == 0) return;
  const int step = style_ == ProgressStyle::kPlain ? 10 : 1;
  const std::lock_guard lock(mutex_);
  const int percent = static_cast<int>(100 * std::min(done, total_) / total_);
  if (percent / step <= shown_percent_ / step) return;  // also when another thread has shown more
  if (style_ == ProgressStyle::kPlain && now_() - last_line_ < kLeastPause) return;
  shown_percent_ = percent;
  show(percent);
}

bool TerminalProgress::stop_requested() const {
  return interrupted();
}

void TerminalProgress::show(int percent) {
  last_line_ = now_();
  const double elapsed_s = std::chrono::duration<double>(last_line_ - started_).count();
  std::string line = fmt::format("{} {:3} %", stage_, percent);
  if (percent < 100) line += ", " + duration_text(elapsed_s * (100 - percent) / percent) + " left";
  if (style_ == ProgressStyle::kPlain) {
    out_ << line << std::endl;
    return;
  }
  out_ << '\r' << line << "\033[K" << std::flush;  // CSI K clears what a longer line left behind
  line_open_ = true;
  if (percent == 100) close_line();
}

void TerminalProgress::close_line() {
  if (line_open_) out_ << std::endl;
  line_open_ = false;
}

}  // namespace phusong::cli
