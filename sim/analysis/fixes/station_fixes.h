#pragma once

#include <optional>
#include <vector>

#include "sim/analysis/fixes/fix.h"
#include "sim/analysis/fixes/fix_context.h"
#include "sim/analysis/fixes/trial.h"
#include "sim/planning/candidate_study.h"

namespace phusong::analysis {

/// The cheapest station of a kind for a hamlet.
struct StationFix {
  Fix fix;                               ///< without outcome, losses and rank
  std::optional<std::size_t> candidate;  ///< index into CandidateSet::candidates
};

/// Chooses, for each hamlet and each of technology, pole and mast, the candidate of the planner that alone makes it
/// covered at the least cost; where none does, the one that serves most of it. `study` has the need of the hamlets of
/// `hamlets` and its costs. By hamlet, then kind; without a candidate the fix has an obstacle.
std::vector<StationFix> find_station_fixes(const FixContext& context, const planning::CandidateStudy& study,
                                           const std::vector<std::size_t>& hamlets);

/// The change of the network that a candidate is.
NetworkChange change_of(const FixContext& context, const planning::CandidateStudy& study, std::size_t candidate);

/// The signals of the new cells of a change at all sample points, those that could cover alone, by point. Throws
/// progress::Stopped. `change` must outlive the result.
std::vector<NewSignal> new_signals(const FixContext& context, const NetworkChange& change,
                                   const progress::Progress& progress);

/// Adds the rows of a candidate.
void add_rows_of(const FixContext& context, const planning::CandidateStudy& study, std::size_t candidate,
                 planning::NewRows& rows);

}  // namespace phusong::analysis
