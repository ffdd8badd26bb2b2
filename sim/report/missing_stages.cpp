#include "sim/report/missing_stages.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "sim/report/missing_stages_wording.h"
#include "sim/report/page/page_data.h"

namespace phusong::report {
namespace {

/// A stage by its name in page_stages(), and what makes it.
struct StageCommand {
  const char* stage;
  const char* command;
  std::string_view MissingStagesWording::*name;
};
constexpr StageCommand kStageCommands[] = {
    {"coverage", "phusong coverage SCENARIO", &MissingStagesWording::coverage},
    {"maps", "phusong coverage SCENARIO --set coverage.rasters=true", &MissingStagesWording::maps},
    {"plan", "phusong plan SCENARIO", &MissingStagesWording::plan},
    {"sunset", "phusong sunset SCENARIO", &MissingStagesWording::sunset},
    {"resilience", "phusong run SCENARIO", &MissingStagesWording::resilience},
    {"fixes", "phusong run SCENARIO --fixes", &MissingStagesWording::fixes},
    {"uncertainty", "phusong run SCENARIO --uncertainty", &MissingStagesWording::uncertainty}};

}  // namespace

std::string missing_stages_text(const StoredRun& run, const std::string& language) {
  const MissingStagesWording& words = missing_stages_wording(language);
  const nlohmann::ordered_json stages = page_stages(run);
  std::string text;
  for (const StageCommand& of : kStageCommands) {
    if (stages.at(of.stage).get<bool>()) continue;
    text +=
        fmt::format(fmt::runtime(words.missing), fmt::arg("stage", words.*of.name), fmt::arg("command", of.command));
    text += '\n';
  }
  return text;
}

}  // namespace phusong::report
