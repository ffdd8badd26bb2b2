#pragma once

#include <istream>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace phusong::cli {

/// An option of a command.
struct OptionDescription {
  std::string long_name;      ///< without dashes
  std::string short_name;     ///< without its dash; empty where there is none
  std::string parameter;      ///< what its value is called, as "RUN" or "vi|en"; empty where it takes none
  std::string default_value;  ///< empty where there is none, or the text tells it
  std::string text;           ///< what it does
};

/// How a command is called, as its --help tells it.
struct CommandDescription {
  std::string usage, description, example;
  std::vector<OptionDescription> options;
};

/// What a command is called with.
struct Invocation {
  std::vector<std::string> arguments;  ///< those after the command's name
  std::istream& in;
  std::ostream& out;                          ///< results
  std::ostream& err;                          ///< progress and warnings
  CommandDescription* description = nullptr;  ///< where it is given, the command fills it and does nothing else
};

/// A subcommand, of one word or of two that follow a common first one ("data fetch"). `run` gets the arguments after
/// its name. It returns the exit code, or throws one of the classes of exit_code.h.
struct Command {
  std::string_view name;
  std::string_view summary;
  int (*run)(const Invocation&) = nullptr;
};

}  // namespace phusong::cli
