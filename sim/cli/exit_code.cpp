#include "sim/cli/exit_code.h"

#include <filesystem>
#include <new>
#include <string>

#include "gis/machine_error.h"
#include "gis/problem.h"
#include "sim/progress/progress.h"

namespace phusong::cli {
namespace {

/// What a failure says of the machine; empty where it is not the machine's.
std::string lack_of_machine(const std::exception& failure) {
  if (dynamic_cast<const gis::MachineError*>(&failure) != nullptr) return failure.what();
  if (dynamic_cast<const std::bad_alloc*>(&failure) != nullptr) return "memory";
  if (const auto* const files = dynamic_cast<const std::filesystem::filesystem_error*>(&failure))
    return files->path1().string() + ": " + files->code().message();
  return "";
}

}  // namespace

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
  if (const std::string lack = lack_of_machine(failure); !lack.empty()) {
    err << "phusong: the machine lacks what this needs: " << lack << "; nothing that was finished is lost\n";
    return kMachineLacks;
  }
  err << "phusong: internal fault: " << failure.what() << "\n";
  return kInternalFault;
}

}  // namespace phusong::cli
