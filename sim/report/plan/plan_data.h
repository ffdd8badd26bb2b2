#pragma once

#include "gis/terrain.h"
#include "sim/planning/plan.h"
#include "sim/scenario/scenario.h"

namespace phusong::report {

/// What the files of a plan are made from.
struct PlanData {
  const scenario::Scenario& scenario;
  const gis::Terrain& terrain;
  const planning::Plan& plan;

  const scenario::PlanOptions& options() const { return scenario.options.plan; }
  const planning::Candidate& candidate_of(const planning::PlannedStation& station) const {
    return plan.set.candidates[station.candidate];
  }
  const planning::CandidateSite& site_of(const planning::PlannedStation& station) const {
    return plan.set.site_of(candidate_of(station));
  }
};

/// How many stations of which kind are built.
struct StationCounts {
  std::size_t masts = 0;   ///< relays included
  std::size_t relays = 0;  ///< masts for backhaul alone
  std::size_t poles = 0, upgrades = 0;
};
StationCounts station_counts(const PlanData& data);

/// "3G+4G"
std::string names_of(const std::vector<network::Technology>& technologies);

}  // namespace phusong::report
