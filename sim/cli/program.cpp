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

std::string listed(const std::vector<Command>& commands) {
  std::string text;
  for (const Command& command : commands)
    text += fmt::format("  {:<12}  {}\n", command.name, command.summary);
  return text;
}

bool asks_for_help(const std::string& word) {
  return word == "--help" || word == "-h";
}

/// The help of a word that two commands and more begin with.
std::string overview_of(const std::string& first_word, const std::vector<Command>& after) {
  return fmt::format("Usage: phusong {0} <what> [options]\n\nCommands:\n{1}\nphusong {0} <what> --help tells more.\n",
                     first_word, listed(after));
}

std::string overview() {
  std::string text = "phusong: which hamlets have 2G, 3G and 4G on real terrain, and how surely\n\n";
  text += "Usage: phusong <command> SCENARIO [options]\n\nCommands:\n";
  text += listed(commands());
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
  if (asks_for_help(first)) {
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
  const std::vector<Command> after = commands_after(first);
  if (!after.empty() && arguments.size() == 2 && asks_for_help(arguments[1])) {
    invocation.out << overview_of(first, after);
    return kDone;
  }
  const auto [command, rest] = call_of(arguments);
  check_instruction_set();
  return command.run({rest, invocation.in, invocation.out, invocation.err});
}

}  // namespace phusong::cli
