#include "sim/planning/station_counts.h"

namespace phusong::planning {

StationCounts station_counts(const StationPlan& plan) {
  StationCounts counts{.relays = plan.backhaul.relays.size()};
  counts.masts = counts.relays;
  for (const PlannedStation& station : plan.stations) {
    const CandidateSet& set = plan.candidates.set;
    const StationKind kind = set.site_of(set.candidates[station.candidate]).kind;
    counts.masts += kind == StationKind::kMast ? 1 : 0;
    counts.poles += kind == StationKind::kPole ? 1 : 0;
    counts.upgrades += kind == StationKind::kUpgrade ? 1 : 0;
  }
  return counts;
}

}  // namespace phusong::planning
