#include "sim/cli/interrupt.h"

#include <atomic>
#include <csignal>

namespace phusong::cli {
namespace {

std::atomic<bool> stop_asked_for = false;  // a signal handler can reach nothing but a global
static_assert(std::atomic<bool>::is_always_lock_free);

extern "C" void ask_to_stop(int /*signal*/) {
  stop_asked_for = true;
}

}  // namespace

void watch_for_interrupt() {
  struct sigaction action = {};
  action.sa_handler = ask_to_stop;
  sigemptyset(&action.sa_mask);
  action.sa_flags = static_cast<int>(SA_RESETHAND);
  sigaction(SIGINT, &action, nullptr);
  sigaction(SIGTERM, &action, nullptr);
}

bool interrupted() {
  return stop_asked_for;
}

}  // namespace phusong::cli
