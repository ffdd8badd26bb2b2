#include "sim/cli/exit_code.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <new>
#include <sstream>
#include <system_error>

#include "gis/machine_error.h"
#include "gis/problem.h"
#include "sim/progress/progress.h"

using namespace phusong;
using namespace phusong::cli;

namespace {

int code_of(const std::exception& failure) {
  std::ostringstream err;
  return report_failure(failure, err);
}

gis::InputError input_error(const std::vector<gis::ProblemKind>& kinds) {
  gis::Problems problems;
  for (const gis::ProblemKind kind : kinds)
    problems.add({.kind = kind, .file = "f", .message = "is wrong"});
  return gis::InputError(problems);
}

}  // namespace

TEST_CASE("each class of failure has its exit code") {
  CHECK(code_of(UsageError("no")) == 2);
  CHECK(code_of(input_error({gis::ProblemKind::kFile})) == 3);
  CHECK(code_of(progress::Stopped()) == 130);
  CHECK(code_of(std::runtime_error("a rule does not hold")) == 1);
}

TEST_CASE("what the machine lacks is no fault of the program") {
  CHECK(code_of(gis::MachineError("out.csv: cannot be written: the disk is full")) == 5);
  CHECK(code_of(std::bad_alloc()) == 5);
  CHECK(code_of(std::filesystem::filesystem_error("", "runs", std::make_error_code(std::errc::no_space_on_device))) ==
        5);
  std::ostringstream err;
  report_failure(std::bad_alloc(), err);
  CHECK(err.str() == "phusong: the machine lacks what this needs: memory; nothing that was finished is lost\n");
}

TEST_CASE("a wrong scenario file outweighs wrong data") {
  CHECK(code_of(input_error({gis::ProblemKind::kFile, gis::ProblemKind::kScenario})) == 2);
}

TEST_CASE("every problem of an input is told") {
  std::ostringstream err;
  report_failure(input_error({gis::ProblemKind::kFile, gis::ProblemKind::kFile}), err);
  CHECK(err.str() == "f: is wrong\nf: is wrong\n");
}
