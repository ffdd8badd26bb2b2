#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gis/coordinates.h"
#include "sim/scenario/scenario.h"

namespace phusong::analysis {

/// A mast fails; the link of a mast is cut; the grid of a district fails for longer than batteries last.
enum class FailureKind { kSite, kFibre, kGrid };
/// "site", "fibre", "grid"
std::string_view name_of(FailureKind kind);

/// One thing that goes wrong.
struct FailureEvent {
  FailureKind kind = FailureKind::kSite;
  std::string id;                      ///< site_id of the mast, or of the mast whose link it is; the area's name
  std::optional<std::size_t> mast;     ///< that mast; none of an area
  std::vector<std::size_t> masts_off;  ///< of those on air, ascending; indices into Network::sites
  gis::MapPoint position;              ///< of that mast; of an area the middle of the masts that are off
};

/// Lists every mast on air; every link of `backhaul_to` that something on air hangs on; every district with masts that
/// live on the grid and on batteries for less than analysis.outage_hours. Masts and links in the order of the sites
/// table, then the districts by name.
std::vector<FailureEvent> failure_events(const scenario::Scenario& scenario);

}  // namespace phusong::analysis
