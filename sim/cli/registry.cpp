#include "sim/cli/registry.h"

#include <algorithm>
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
      {"report", "make the page of a run again from its folder", run_report},
      {"compare", "say how the results of two runs differ", run_compare},
      {"calibrate", "fit corrections of the levels to measurements", run_calibrate},
      {"init", "make a scenario folder for a province, to be filled in", run_init},
      {"data", "fetch terrain and land cover; make hamlets of a map of people", run_data},
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

const Command& command_named(std::string_view name) {
  const auto& all = commands();
  const auto found = std::ranges::find(all, name, &Command::name);
  if (found != all.end()) return *found;
  std::vector<std::string> names;
  for (const Command& command : all)
    names.emplace_back(command.name);
  std::string message = "unknown command '" + std::string(name) + "'";
  if (const auto near = scenario::nearest(name, names)) message += "; did you mean '" + *near + "'?";
  message += "\nthe commands are:";
  for (const std::string& known : names)
    message += " " + known;
  throw UsageError(message);
}

}  // namespace phusong::cli
