#include "sim/cli/child_process.h"

#include <doctest/doctest.h>

#include <chrono>
#include <fstream>
#include <iterator>
#include <thread>

#include "gis/machine_error.h"
#include "tests/gis/temporary_folder.h"

namespace phusong::cli {
namespace {

int waited_for(ChildProcess& child) {
  while (true) {
    if (const auto code = child.poll()) return *code;
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
  }
}

struct Ended {
  int code = 0;
  std::string said;
};

Ended run_shell(const std::string& line) {
  const tests::TemporaryFolder folder;
  ChildProcess child({"/bin/sh", "-c", line}, folder.path() / "log");
  const int code = waited_for(child);
  CHECK(child.poll() == code);
  std::ifstream log(folder.path() / "log");
  return {code, {std::istreambuf_iterator<char>(log), {}}};
}

}  // namespace

TEST_CASE("a process gives its exit code, and all that it says goes into the log") {
  const Ended ended = run_shell("echo out; echo err >&2; cat; exit 4");
  CHECK(ended.code == 4);
  CHECK(ended.said == "out\nerr\n");
}

TEST_CASE("a process that a signal ends gives 128 and the signal") {
  CHECK(run_shell("kill -9 $$").code == 137);
}

TEST_CASE("a process is asked to stop by SIGTERM") {
  const tests::TemporaryFolder folder;
  ChildProcess child({"/bin/sh", "-c", "sleep 100"}, folder.path() / "log");
  CHECK_FALSE(child.poll());
  child.ask_to_stop();
  CHECK(waited_for(child) == 143);
  child.ask_to_stop();
}

TEST_CASE("a program that is not there, and a log that cannot be written") {
  const tests::TemporaryFolder folder;
  ChildProcess child({"/no/such/program"}, folder.path() / "log");
  CHECK(waited_for(child) == 127);
  CHECK_THROWS_AS(ChildProcess({"/bin/true"}, folder.path() / "no" / "log"), gis::MachineError);
}

TEST_CASE("this program is where its process says") {
  CHECK(own_program().is_absolute());
  CHECK(std::filesystem::exists(own_program()));
}

}  // namespace phusong::cli
