#include "sim/planning/unserved.h"

#include <algorithm>
#include <set>

#include "sim/coverage/service_quality.h"
#include "sim/coverage/verdict_rules.h"
#include "sim/optimisation/covering/problem/value.h"

namespace phusong::planning {
namespace {

std::size_t candidates_covering(const covering::Demand& hamlet) {
  std::set<covering::OptionIndex> options;
  for (const covering::Alternative& alternative : hamlet.alternatives) {
    for (const covering::DemandPoint& point : alternative.points) {
      for (const auto& cover_set : point.cover_sets)
        options.insert(cover_set.begin(), cover_set.end());
    }
  }
  return options.size();
}

/// Computes the level that would cover the centre less the level there.
std::optional<double> missing_db(const CoverageAfter& after, std::size_t hamlet) {
  const coverage::HamletVerdict& verdict = after.coverage.verdicts.front()[hamlet];
  const gis::MapPoint centre = after.scenario.network.hamlets[hamlet].position;
  const scenario::Options& options = after.scenario.options;
  const coverage::ServiceQuality quality(after.terrain, options);
  std::optional<double> least;
  for (const network::Technology technology : options.plan.target.technologies) {
    const coverage::TechnologyVerdict& of = verdict.by_technology[technology];
    if (!of.best_cell || !of.level_dbm) continue;
    const double missing = quality.covering_level_dbm(after.cells[*of.best_cell], centre) - *of.level_dbm;
    least = std::min(least.value_or(missing), missing);
  }
  return least;
}

UnservedHamlet unserved_hamlet(const CoverageAfter& after, std::size_t hamlet) {
  const coverage::HamletVerdict& verdict = after.coverage.verdicts.front()[hamlet];
  return {.hamlet = hamlet, .status = verdict.status, .share = verdict.share, .missing_db = std::nullopt};
}

UnservedReason reason_of(const UnservedHamlet& hamlet, const covering::Problem& problem,
                         const std::vector<bool>& all_built) {
  if (hamlet.status == coverage::Status::kUnknown) return UnservedReason::kOffTerrain;
  if (hamlet.candidates_covering == 0) return UnservedReason::kNoCandidate;
  if (!covering::counts(problem.demands[hamlet.hamlet], all_built)) return UnservedReason::kOnlyPart;
  return problem.goal.budget_capex ? UnservedReason::kNoBudget : UnservedReason::kNotNeeded;
}

}  // namespace

std::vector<UnservedHamlet> unserved_by_stations(const CoverageAfter& after, const covering::Problem& problem) {
  const std::vector<coverage::HamletVerdict>& verdicts = after.coverage.verdicts.front();
  const std::vector<bool> all_built(problem.options.size(), true);
  std::vector<UnservedHamlet> hamlets;
  for (std::size_t i = 0; i < verdicts.size(); ++i) {
    if (coverage::counts(verdicts[i].status, after.scenario.options.plan.hollow_counts)) continue;
    hamlets.push_back(unserved_hamlet(after, i));
    hamlets.back().missing_db = missing_db(after, i);
    hamlets.back().candidates_covering = candidates_covering(problem.demands[i]);
    hamlets.back().reason = reason_of(hamlets.back(), problem, all_built);
  }
  return hamlets;
}

std::vector<UnservedHamlet> unserved_by_fibre(const CoverageAfter& after, const std::vector<std::size_t>& hamlets,
                                              bool has_fibre_to_start_from) {
  std::vector<UnservedHamlet> result;
  for (const std::size_t hamlet : hamlets) {
    result.push_back(unserved_hamlet(after, hamlet));
    result.back().reason = has_fibre_to_start_from ? UnservedReason::kNotNeeded : UnservedReason::kNoFibre;
  }
  return result;
}

}  // namespace phusong::planning
