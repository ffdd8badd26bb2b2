#include "sim/report/missing_stages.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "sim/report/page/page_data.h"

namespace phusong::report {
namespace {

/// A stage by its name in page_stages(), and what makes it.
struct StageCommand {
  const char* stage;
  const char* command;
};
constexpr StageCommand kStageCommands[] = {{"coverage", "phusong coverage SCENARIO"},
                                           {"maps", "phusong coverage SCENARIO --set coverage.rasters=true"},
                                           {"plan", "phusong plan SCENARIO"},
                                           {"sunset", "phusong sunset SCENARIO"},
                                           {"resilience", "phusong run SCENARIO"},
                                           {"fixes", "phusong run SCENARIO --fixes"},
                                           {"uncertainty", "phusong run SCENARIO --uncertainty"}};

}  // namespace

std::string missing_stages_text(const StoredRun& run) {
  const nlohmann::ordered_json stages = page_stages(run);
  std::string text;
  for (const StageCommand& of : kStageCommands)
    if (!stages.at(of.stage).get<bool>())
      text += fmt::format("not in this run: {} ({} makes it)\n", of.stage, of.command);
  return text;
}

}  // namespace phusong::report
