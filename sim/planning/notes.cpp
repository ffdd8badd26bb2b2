#include "sim/planning/notes.h"

#include <algorithm>
#include <map>

#include "sim/planning/tolerances.h"

namespace phusong::planning {
namespace {

/// The capex of each year that has a step.
std::map<int, double> spent_by_year(const std::vector<PlanStep>& steps) {
  std::map<int, double> spent;
  for (const PlanStep& step : steps)
    spent[step.year] += step.cost.capex_million_vnd;
  return spent;
}

std::optional<PlanNote> note_on_unspent(const std::vector<PlanStep>& steps, double budget_million_vnd) {
  PlanNote note{.kind = PlanNote::Kind::kUnspentYears,
                .million_vnd = budget_million_vnd,
                .spent_million_vnd = budget_million_vnd};
  for (const auto& [year, spent_million_vnd] : spent_by_year(steps)) {
    const bool is_last = year == steps.back().year;
    if (is_last || spent_million_vnd >= budget_million_vnd - kCostToleranceMillionVnd) continue;
    ++note.count;
    if (spent_million_vnd >= note.spent_million_vnd) continue;
    note.year = year;
    note.spent_million_vnd = spent_million_vnd;
  }
  if (note.count == 0) return std::nullopt;
  return note;
}

}  // namespace

std::vector<PlanNote> notes_on_terrain(const scenario::Scenario& scenario, const gis::Terrain& terrain) {
  std::vector<PlanNote> notes;
  const auto look_at = [&](PlanNote::Kind kind, const std::string& id, gis::MapPoint position) {
    if (!terrain.height_near(position)) notes.push_back({.kind = kind, .id = id});
  };
  for (const scenario::CandidatePlace& place : scenario.plan_tables.candidates)
    look_at(PlanNote::Kind::kCandidateOffTerrain, place.candidate_id, place.position);
  for (const network::Site& site : scenario.network.sites) {
    if (site.status == network::SiteStatus::kCandidate)
      look_at(PlanNote::Kind::kSiteOffTerrain, site.site_id, site.position);
  }
  return notes;
}

std::vector<PlanNote> notes_on_roads(const CandidateSet& set, const std::vector<PlannedStation>& stations) {
  const auto count = std::ranges::count_if(stations, [&set](const PlannedStation& station) {
    return !set.site_of(set.candidates[station.candidate]).road_km.has_value();
  });
  if (count == 0) return {};
  return {{.kind = PlanNote::Kind::kNoRoads, .count = static_cast<std::size_t>(count)}};
}

std::vector<PlanNote> notes_on_years(const std::vector<PlanStep>& steps, std::optional<double> budget_per_year) {
  if (!budget_per_year) return {};
  std::vector<PlanNote> notes;
  const auto dear = std::ranges::count_if(steps, [&](const PlanStep& step) {
    return step.cost.capex_million_vnd > *budget_per_year + kCostToleranceMillionVnd;
  });
  if (dear > 0) {
    notes.push_back(
        {.kind = PlanNote::Kind::kDearYears, .count = static_cast<std::size_t>(dear), .million_vnd = *budget_per_year});
  }
  if (const auto unspent = note_on_unspent(steps, *budget_per_year)) notes.push_back(*unspent);
  return notes;
}

}  // namespace phusong::planning
