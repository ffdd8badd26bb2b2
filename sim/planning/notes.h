#pragma once

#include <optional>
#include <vector>

#include "gis/terrain.h"
#include "sim/planning/candidates/candidate.h"
#include "sim/planning/connected_stations.h"
#include "sim/planning/plan_note.h"
#include "sim/planning/plan_step.h"
#include "sim/scenario/scenario.h"

namespace phusong::planning {

/// Notes the locations of the user that are off the terrain.
std::vector<PlanNote> notes_on_terrain(const scenario::Scenario& scenario, const gis::Terrain& terrain);

/// Notes the new stations for which no access road is counted.
std::vector<PlanNote> notes_on_roads(const CandidateSet& set, const std::vector<PlannedStation>& stations);

/// Notes the steps that no year's budget pays, and the years before the last whose budget is not spent.
std::vector<PlanNote> notes_on_years(const std::vector<PlanStep>& steps, std::optional<double> budget_per_year);

}  // namespace phusong::planning
