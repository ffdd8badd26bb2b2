#include "sim/cli/terminal_progress.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <sstream>
#include <thread>

using namespace phusong::cli;

namespace {

std::string shown(ProgressStyle style, std::size_t pieces) {
  std::ostringstream out;
  {
    TerminalProgress progress(out, style);
    progress.begin("paths", pieces);
    for (std::size_t i = 0; i < pieces; ++i)
      progress.advance(1);
  }
  return out.str();
}

}  // namespace

TEST_CASE("a log gets a plain line every tenth of the way") {
  const std::string text = shown(ProgressStyle::kPlain, 1000);
  CHECK(std::ranges::count(text, '\n') == 11);
  CHECK(text.find('\r') == std::string::npos);
  CHECK(text.find("paths  50 %, ") != std::string::npos);
  CHECK(text.substr(text.size() - 12) == "paths 100 %\n");
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
  TerminalProgress progress(out, ProgressStyle::kPlain);
  progress.begin("paths", 2000);
  const auto work = [&progress] {
    for (int i = 0; i < 1000; ++i)
      progress.advance(1);
  };
  std::thread other(work);
  work();
  other.join();
  CHECK(out.str().find("paths 100 %\n") != std::string::npos);
}
