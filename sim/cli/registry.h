#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sim/cli/command.h"

namespace phusong::cli {

/// Every subcommand, in the order in which the help lists them.
const std::vector<Command>& commands();

/// How a command is called: asked of the command itself, so that all that tells it says the same.
CommandDescription description_of(const Command& command);

/// The command of that name. Throws UsageError that lists those that exist and suggests the nearest.
const Command& command_named(std::string_view name);

/// The commands of two words that begin with this one; none where it is a command itself, or nothing.
std::vector<Command> commands_after(std::string_view first_word);

/// A command and what it is called with.
struct Call {
  const Command& command;
  std::vector<std::string> arguments;  ///< those after the command's name
};

/// What the words of a command line call, of which there is one at least. Throws UsageError as command_named does, and
/// where the second word of a command is missing.
Call call_of(const std::vector<std::string>& words);

}  // namespace phusong::cli
