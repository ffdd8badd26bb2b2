#pragma once

#include <vector>

#include "sim/optimisation/covering/solve.h"
#include "sim/planning/connected_stations.h"
#include "sim/planning/plan_note.h"

namespace phusong::planning {

/// The values that stations are chosen by.
struct ChoiceInputs {
  const scenario::PlanOptions& options;
  const covering::Problem& problem;  ///< option i is candidate i
  PricedCandidates candidates;
  const BackhaulFinder& finder;
};

/// The stations chosen, how they are connected, and how good the choice is.
struct StationChoice {
  covering::Solution selection;  ///< its objective is that of the plan where links make it dearer
  ConnectedStations connected;
  std::vector<PlanNote> notes;
};

/// Chooses stations by their stand-alone costs and connects them. Stand-alone routes know nothing of the limit of links
/// at a mast, so that what is built may cost more than what was chosen: the objective is then that of the plan, and a
/// budget is kept by choosing again for less, or by leaving out the dearest
/// stations, whichever is worth more. Throws progress::Stopped.
StationChoice choose_stations(const ChoiceInputs& inputs, progress::Progress& progress);

}  // namespace phusong::planning
