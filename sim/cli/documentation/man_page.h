#pragma once

#include <filesystem>
#include <string>

#include "sim/cli/command.h"

namespace phusong::cli {

/// The manual page of a command, phusong-<name>(1), in the man macros of roff.
std::string man_page(const Command& command);

/// The manual page phusong(1): the commands, exit codes and environment variables.
std::string program_man_page();

/// Writes phusong.1 and a page for each command into `folder`, which is made where it is missing.
/// Throws gis::MachineError where that cannot be done.
void write_man_pages(const std::filesystem::path& folder);

}  // namespace phusong::cli
