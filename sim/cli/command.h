#pragma once

#include <istream>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace phusong::cli {

/// What a command is called with.
struct Invocation {
  std::vector<std::string> arguments;  ///< those after the command's name
  std::istream& in;
  std::ostream& out;  ///< results
  std::ostream& err;  ///< progress and warnings
};

/// A subcommand. `run` returns the exit code, or throws one of the classes of exit_code.h.
struct Command {
  std::string_view name;
  std::string_view summary;
  int (*run)(const Invocation&) = nullptr;
};

}  // namespace phusong::cli
