#include "sim/cli/arguments.h"
#include "sim/cli/commands.h"
#include "sim/cli/common_options.h"
#include "sim/cli/exit_code.h"
#include "sim/cli/read_inputs.h"
#include "sim/report/check_summary.h"
#include "sim/scenario/table_docs.h"

namespace phusong::cli {
namespace {

namespace po = boost::program_options;

constexpr CommandHelp kHelp{
    .usage = "phusong check SCENARIO [options]",
    .description = "Reads a scenario folder with its tables and terrain, and says what was read or all that is wrong.",
    .example = "phusong check scenarios/karst-district --set propagation.time_percent=10",
};

std::string checked(const CommonOptions& options) {
  const Inputs inputs = read_inputs(options);
  const report::CheckSummary summary = report::summarise(inputs.scenario, inputs.terrain);
  return options.json ? json_of(summary) : text_of(summary);
}

}  // namespace

int run_check(const Invocation& invocation) {
  CommonOptions options;
  bool defaults = false, tables = false;
  ArgumentParser parser(kHelp);
  add_common_options(parser, options);
  parser.options().add_options()("defaults", po::bool_switch(&defaults),
                                 "print every key of scenario.toml with its default; takes no scenario")(
      "tables", po::bool_switch(&tables), "print every column of the tables as Markdown; takes no scenario");
  if (!parser.parse(invocation)) return kDone;
  if (defaults || tables) {
    if (defaults) invocation.out << scenario::defaults_toml();
    if (tables) invocation.out << scenario::tables_markdown();
    return kDone;
  }
  require_scenario(options);
  const ThreadLimit limit(options);
  try {
    invocation.out << checked(options);
  } catch (const gis::InputError& error) {
    if (options.json) invocation.out << report::json_of(error.problems());
    throw;
  }
  return kDone;
}

}  // namespace phusong::cli
