#pragma once

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

}  // namespace phusong::cli
