#include <boost/program_options/value_semantic.hpp>

#include "sim/cli/commands.h"
#include "sim/cli/exit_code.h"
#include "sim/cli/stages.h"

namespace phusong::cli {

int run_plan(const Invocation& invocation) {
  RunOptions options;
  options.stages.maps = false;
  options.stages.plan = StageChoice::When::kAlways;
  ArgumentParser parser({.usage = "phusong plan SCENARIO [options]",
                         .description = "Finds the stations, with backhaul and power, that reach the target at the "
                                        "least cost, with a bound, and checks them by the coverage stage. Exit code 4 "
                                        "where the target cannot be reached.",
                         .example = "phusong plan scenarios/plan-district -o runs/plan --set plan.opex_years=10"});
  add_run_options(parser, options);
  parser.options().add_options()(
      "write-model", boost::program_options::value(&options.stages.write_model)->value_name("FILE.lp"),
      "also write the model that the bound belongs to, in LP format: cbc and others read it");
  return parser.parse(invocation) ? run_stages(options, invocation) : kDone;
}

}  // namespace phusong::cli
