#include "sim/report/plan/plan_data.h"

namespace phusong::report {

StationCounts station_counts(const PlanData& data) {
  StationCounts counts{.relays = data.plan.backhaul.relays.size()};
  counts.masts = counts.relays;
  for (const planning::PlannedStation& station : data.plan.stations) {
    const planning::StationKind kind = data.site_of(station).kind;
    counts.masts += kind == planning::StationKind::kMast ? 1 : 0;
    counts.poles += kind == planning::StationKind::kPole ? 1 : 0;
    counts.upgrades += kind == planning::StationKind::kUpgrade ? 1 : 0;
  }
  return counts;
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
