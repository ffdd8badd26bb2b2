#include "sim/report/plan/plan_data.h"

namespace phusong::report {

const planning::StationPlan& PlanData::stations() const {
  static const planning::StationPlan kNone;
  const auto* const stations = std::get_if<planning::StationPlan>(&plan);
  return stations != nullptr ? *stations : kNone;
}

std::string names_of(const std::vector<network::Technology>& technologies) {
  std::string text;
  for (const network::Technology technology : technologies) {
    if (!text.empty()) text += "+";
    text += name_of(technology);
  }
  return text;
}

}  // namespace phusong::report
