#include "sim/cli/commands.h"
#include "sim/cli/exit_code.h"
#include "sim/cli/stages.h"
#include "sim/scenario/sweep.h"

namespace phusong::cli {
namespace {

namespace po = boost::program_options;

void check_sweep(const std::string& text) {
  if (text.empty()) return;
  if (!scenario::parse_sweep(text).key.starts_with("sunset."))
    throw UsageError("--sweep " + text + ": is for the keys of [sunset]");
}

}  // namespace

int run_sunset(const Invocation& invocation) {
  RunOptions options;
  options.stages.maps = false;
  options.stages.sunset = StageChoice::When::kAlways;
  ArgumentParser parser({.usage = "phusong sunset SCENARIO [options]",
                         .description = "Finds the order in which the cells of a technology are switched off and their "
                                        "spectrum reused, so that no hamlet falls below its floors.",
                         .example = "phusong sunset scenarios/sunset-3g -o runs/sunset-3g"});
  add_run_options(parser, options);
  parser.options().add_options()  //
      ("write-model", po::value(&options.stages.write_model)->value_name("FILE.lp"),
       "also write the exact model that the bound belongs to")  //
      ("sweep", po::value(&options.stages.sweep)->value_name("KEY=[A,B,...]"),
       "also try these values of a key of [sunset], as a table");
  if (!parser.parse(invocation)) return kDone;
  check_sweep(options.stages.sweep);
  return run_stages(options, invocation);
}

}  // namespace phusong::cli
