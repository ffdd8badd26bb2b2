#include "sim/cli/registry.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <iterator>
#include <sstream>

#include "sim/cli/commands.h"
#include "sim/cli/exit_code.h"
#include "sim/scenario/nearest.h"

namespace phusong::cli {

const std::vector<Command>& commands() {
  static const std::vector<Command> kCommands = {
      {"check", "read a scenario and say all that is wrong with it", run_check},
      {"import", "make a clean table of one as people have it", run_import},
      {"link", "show the budget and the profile of one link", run_link},
      {"loss", "evaluate propagation models on JSON lines", run_loss},
      {"coverage", "judge every hamlet and draw the coverage maps", run_coverage},
      {"plan", "find the cheapest stations that reach the target", run_plan},
      {"sunset", "find the order in which 2G or 3G is switched off", run_sunset},
      {"run", "run every stage of a scenario and write all its results", run_run},
      {"batch", "make many runs, and a table of what became of them", run_batch},
      {"report", "make the page of a run again from its folder", run_report},
      {"compare", "say how the results of two runs differ", run_compare},
      {"calibrate", "fit corrections of the levels to measurements", run_calibrate},
      {"init", "make a scenario folder for a province, to be filled in", run_init},
      {"data fetch", "fetch terrain and land cover of a region", run_data_fetch},
      {"data hamlets", "make hamlets and clusters of a map of people or buildings", run_data_hamlets},
      {"synth", "make a synthetic province as a scenario of its own", run_synth},
  };
  return kCommands;
}

CommandDescription description_of(const Command& command) {
  std::istringstream nothing;
  std::ostringstream ignored;
  CommandDescription description;
  command.run({.arguments = {}, .in = nothing, .out = ignored, .err = ignored, .description = &description});
  return description;
}

namespace {

/// Throws UsageError for a name that no command has.
[[noreturn]] void refuse(const std::string& name, const std::vector<Command>& instead) {
  std::vector<std::string> names;
  for (const Command& command : instead)
    names.emplace_back(command.name);
  std::string message = fmt::format("unknown command '{}'", name);
  if (const auto near = scenario::nearest(name, names)) message += fmt::format("; did you mean '{}'?", *near);
  throw UsageError(message + fmt::format("\nthe commands are: {}", fmt::join(names, ", ")));
}

}  // namespace

std::vector<Command> commands_after(std::string_view first_word) {
  std::vector<Command> after;
  std::ranges::copy_if(commands(), std::back_inserter(after), [&](const Command& command) {
    return command.name.starts_with(fmt::format("{} ", first_word));
  });
  return after;
}

const Command& command_named(std::string_view name) {
  const auto& all = commands();
  const auto found = std::ranges::find(all, name, &Command::name);
  if (found == all.end()) refuse(std::string(name), all);
  return *found;
}

Call call_of(const std::vector<std::string>& words) {
  const std::vector<Command> after = commands_after(words.front());
  if (after.empty()) return {command_named(words.front()), {words.begin() + 1, words.end()}};
  if (words.size() == 1 || words[1].starts_with('-')) {
    std::vector<std::string_view> names;
    for (const Command& command : after)
      names.push_back(command.name);
    throw UsageError(fmt::format("'{}' is the first word of: {}; --help tells more", words[0], fmt::join(names, ", ")));
  }
  const std::string name = fmt::format("{} {}", words[0], words[1]);
  if (std::ranges::find(after, name, &Command::name) == after.end()) refuse(name, after);
  return {command_named(name), {words.begin() + 2, words.end()}};
}

}  // namespace phusong::cli
