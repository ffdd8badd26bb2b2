#include "sim/cli/exit_code.h"

#include "gis/problem.h"
#include "sim/progress/progress.h"

namespace phusong::cli {

int report_failure(const std::exception& failure, std::ostream& err) {
  if (const auto* const input = dynamic_cast<const gis::InputError*>(&failure)) {
    err << input->problems().text();
    return input->problems().has(gis::ProblemKind::kScenario) ? kBadCommandOrScenario : kBadFile;
  }
  if (dynamic_cast<const UsageError*>(&failure) != nullptr) {
    err << "phusong: " << failure.what() << "\n";
    return kBadCommandOrScenario;
  }
  if (dynamic_cast<const progress::Stopped*>(&failure) != nullptr) {
    err << "phusong: stopped; the files that are there are complete, --resume goes on\n";
    return kInterrupted;
  }
  err << "phusong: internal fault: " << failure.what() << "\n";
  return kInternalFault;
}

}  // namespace phusong::cli
