#include "sim/cli/terminal_progress.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <sstream>
#include <thread>

using namespace phusong::cli;

namespace {

using Clock = TerminalProgress::Clock;

/// The time of a clock that the test alone moves.
Clock::time_point test_time;
Clock::time_point now() {
  return test_time;
}

/// What is shown of a stage whose pieces take so long each.
std::string shown(ProgressStyle style, int pieces, std::chrono::milliseconds piece = {}) {
  std::ostringstream out;
  {
    TerminalProgress progress(out, style, &now);
    progress.begin("paths", static_cast<std::size_t>(pieces));
    for (int i = 0; i < pieces; ++i) {
      test_time += piece;
      progress.advance(1);
    }
  }
  return out.str();
}

}  // namespace

TEST_CASE("a log gets a plain line every tenth of the way, two seconds apart at least") {
  using std::chrono::milliseconds;
  const std::string text = shown(ProgressStyle::kPlain, 1000, milliseconds(100));
  CHECK(std::ranges::count(text, '\n') == 11);
  CHECK(text.find('\r') == std::string::npos);
  CHECK(text.find("paths  50 %, 50 s left\n") != std::string::npos);
  CHECK(text.ends_with("paths 100 %\n"));
  CHECK(shown(ProgressStyle::kPlain, 1000, milliseconds(7)) ==
        "paths\npaths  28 %, 6 s left\npaths  57 %, 4 s left\npaths  85 %, 2 s left\n");
  CHECK(shown(ProgressStyle::kPlain, 1000, milliseconds(1)) == "paths\n");
}

TEST_CASE("a terminal gets one line that is redrawn") {
  const std::string text = shown(ProgressStyle::kTerminal, 1000);
  CHECK(std::ranges::count(text, '\n') == 1);
  CHECK(std::ranges::count(text, '\r') == 100);
}

TEST_CASE("quiet means nothing at all") {
  CHECK(shown(ProgressStyle::kNone, 10).empty());
  CHECK(shown(ProgressStyle::kPlain, 0) == "paths\n");
}

TEST_CASE("threads advance together") {
  std::ostringstream out;
  TerminalProgress progress(out, ProgressStyle::kTerminal);
  progress.begin("paths", 2000);
  const auto work = [&progress] {
    for (int i = 0; i < 1000; ++i)
      progress.advance(1);
  };
  std::thread other(work);
  work();
  other.join();
  CHECK(out.str().find("paths 100 %\033[K\n") != std::string::npos);
}
