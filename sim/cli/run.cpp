#include "sim/cli/commands.h"
#include "sim/cli/exit_code.h"
#include "sim/cli/stages.h"

namespace phusong::cli {

int run_run(const Invocation& invocation) {
  RunOptions options;
  options.stages.plan = StageChoice::When::kWhereGiven;
  options.stages.fixes_for_target = true;
  options.stages.sunset = StageChoice::When::kWhereGiven;
  ArgumentParser parser(
      {.usage = "phusong run SCENARIO [options]",
       .description = "Runs every stage of a scenario and writes all its results into the folder RUN.",
       .example = "phusong run scenarios/karst-district -o runs/karst-district"});
  add_run_options(parser, options);
  return parser.parse(invocation) ? run_stages(options, invocation) : kDone;
}

}  // namespace phusong::cli
