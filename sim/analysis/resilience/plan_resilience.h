#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gis/terrain.h"
#include "sim/analysis/resilience/resilience.h"
#include "sim/planning/plan.h"
#include "sim/progress/progress.h"
#include "sim/scenario/scenario.h"

namespace phusong::analysis {

enum class PlanPartKind { kStation, kRelay, kLink };
/// "station", "relay", "link"
std::string_view name_of(PlanPartKind kind);

/// A part of a plan, and what is lost with it: its own hamlets and those of all stations whose traffic goes over it.
struct PlanPart {
  PlanPartKind kind = PlanPartKind::kStation;
  std::string site_id;                         ///< of a link where it begins
  std::optional<planning::BackhaulLink> link;  ///< of a link alone
  std::size_t masts_off = 0;
  Loss loss;  ///< of the plan's operator
  /// The cheapest other path for what a link carries. Nothing where it carries no hamlet alone, for a satellite
  /// terminal, which shares nothing with others, and for links beyond the kSecondPaths worst.
  std::optional<planning::BackhaulRoute> second_path;
};

/// Links that a second path is looked for.
inline constexpr std::size_t kSecondPaths = 20;

/// Lists the stations, relays and links of a plan, those that carry most hamlets alone first (then most people; then
/// stations, relays, links in the plan's order). `plan.after` has the signals from covering_levels_dbm up. The same for
/// any number of threads. Throws progress::Stopped.
std::vector<PlanPart> plan_resilience(const scenario::Scenario& scenario, const gis::Terrain& terrain,
                                      const planning::StationPlan& plan, progress::Progress& progress);

}  // namespace phusong::analysis
