#pragma once

#include <exception>
#include <ostream>
#include <stdexcept>

namespace phusong::cli {

/// What the program returns to the shell.
enum ExitCode {
  kDone = 0,
  kInternalFault = 1,
  kBadCommandOrScenario = 2,  ///< the command line, scenario.toml or its keys
  kBadFile = 3,               ///< a file that the scenario or the command line names
  kTargetNotReached = 4,      ///< the results are written all the same
  kMachineLacks = 5,          ///< room on a disk, memory, the right to write
  kInterrupted = 130,
};

/// The command line is wrong.
class UsageError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Says on `err` what went wrong and returns the exit code of its class.
int report_failure(const std::exception& failure, std::ostream& err);

}  // namespace phusong::cli
