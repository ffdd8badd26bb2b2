#include "sim/cli/commands.h"
#include "sim/cli/exit_code.h"
#include "sim/cli/stages.h"

namespace phusong::cli {

int run_coverage(const Invocation& invocation) {
  RunOptions options;
  ArgumentParser parser({.usage = "phusong coverage SCENARIO [options]",
                         .description = "Judges every hamlet and draws the coverage maps.",
                         .example = "phusong coverage scenarios/karst-district -o runs/coverage --keep-levels"});
  add_run_options(parser, options);
  return parser.parse(invocation) ? run_stages(options, invocation) : kDone;
}

}  // namespace phusong::cli
