#include "sim/cli/program.h"

#include <fmt/format.h>

#include "propagation/sweep/ray_sweep.h"
#include "sim/cli/commit.h"
#include "sim/cli/documentation/completion.h"
#include "sim/cli/documentation/man_page.h"
#include "sim/cli/exit_code.h"
#include "sim/cli/registry.h"
#include "sim/version.h"

namespace phusong::cli {
namespace {

std::string overview() {
  std::string text = "phusong: which hamlets have 2G, 3G and 4G on real terrain, and how surely\n\n";
  text += "Usage: phusong <command> SCENARIO [options]\n\nCommands:\n";
  for (const Command& command : commands())
    text += fmt::format("  {:<10} {}\n", command.name, command.summary);
  text += "\nphusong <command> --help tells more; phusong --version gives the version.\n";
  text += "phusong --man-pages FOLDER writes manual pages, phusong --completion prints completion for bash.\n";
  text += "\nExample:\n  phusong run scenarios/karst-district -o runs/karst-district\n";
  return text;
}

/// With the commit that it was built from, where that is known.
std::string version_line() {
  const std::string_view commit = built_from();
  return commit.empty() ? fmt::format("phusong {}", kVersion) : fmt::format("phusong {} ({})", kVersion, commit);
}

/// Before any work: the environment is part of what the user says.
void check_instruction_set() {
  try {
    propagation::sweep::instruction_set();
  } catch (const std::invalid_argument& wrong) {
    throw UsageError(wrong.what());
  }
}

}  // namespace

int run_program(const Invocation& invocation) {
  const auto& arguments = invocation.arguments;
  if (arguments.empty()) throw UsageError("a command is missing\n\n" + overview());
  const std::string& first = arguments.front();
  if (first == "--help" || first == "-h") {
    invocation.out << overview();
    return kDone;
  }
  if (first == "--version") {
    invocation.out << version_line() << "\n";
    return kDone;
  }
  if (first == "--completion") {
    invocation.out << bash_completion();
    return kDone;
  }
  if (first == "--man-pages") {
    if (arguments.size() != 2) throw UsageError("--man-pages: the folder to write them into is missing");
    write_man_pages(arguments[1]);
    return kDone;
  }
  const Command& command = command_named(first);
  check_instruction_set();
  return command.run({{arguments.begin() + 1, arguments.end()}, invocation.in, invocation.out, invocation.err});
}

}  // namespace phusong::cli
