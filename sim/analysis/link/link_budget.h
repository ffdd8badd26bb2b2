#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "gis/terrain.h"
#include "sim/analysis/link/link_profile.h"
#include "sim/analysis/link/link_term.h"
#include "sim/analysis/link/pattern_view.h"
#include "sim/scenario/scenario.h"

namespace phusong::analysis {

/// One end of a link.
struct LinkEnd {
  std::string id, name;  ///< of the cell, site or hamlet; empty for a point
  gis::LonLat lon_lat;
  double ground_m = 0.0;
  double height_agl_m = 0.0;  ///< of the antenna or receiver above ground

  double antenna_m() const { return ground_m + height_agl_m; }
};

/// What a cell gives at a sample point of the hamlet.
struct LinkPoint {
  int point = 0;                       ///< 0 is the centre
  double east_m = 0.0, north_m = 0.0;  ///< from the centre, on the grid
  double weight = 0.0;
  double level_dbm = 0.0;
  double probability = 0.0;
  bool is_covered = false;  ///< by this cell
};

/// What is to be known of a link beside its numbers.
enum class LinkRemarkKind {
  kBeyondRange,        ///< coverage does not follow the cell this far
  kOffAir,             ///< the mast is not on air
  kTechnologyLeftOut,  ///< coverage does not compute the cell's technology
  kShortPath,          ///< below 0.25 km: free space and Bullington
  kCrossesVoid,        ///< voids of the terrain were bridged
  kOutsideLimits,      ///< of the propagation model; `detail` says which
  kHopTooLong,         ///< longer than backhaul.max_hop_km
  kHopNotClear,        ///< not free over 0.6 F1 at k = 4/3 and 2/3
  kHopNotAvailable,    ///< less available than backhaul.availability_percent asks for
  kHopWorks,           ///< none of these
};
struct LinkRemark {
  LinkRemarkKind kind = LinkRemarkKind::kOffAir;
  std::string detail{};
};

/// Everything that is said of one link.
struct LinkBudget {
  LinkEnd from, to;
  double frequency_mhz = 0.0;
  std::vector<LinkTerm> terms;         ///< in the order in which they are read
  std::vector<LinkProfile> profiles;   ///< one; of a microwave hop one for each k, the greatest first
  double departure_deg = 0.0;          ///< of the ray at `from`, up positive
  std::optional<std::size_t> horizon;  ///< sample of the first profile that is the radio horizon, where it is hidden
  std::optional<std::size_t> cell, hamlet;  ///< indices into the network
  int point = 0;                            ///< of the hamlet
  std::optional<PatternView> pattern;       ///< of a cell
  std::vector<LinkPoint> points;            ///< of the hamlet, on the terrain
  double location_probability = 0.0;        ///< from which a point is covered
  std::vector<LinkRemark> remarks;
};

/// A cell and a sample point of a hamlet.
struct CellLinkQuery {
  std::size_t cell = 0, hamlet = 0;
  int point = 0;
};

/// The budget of a cell at a point of a hamlet, by the functions of the coverage stage: the level is that of
/// point_levels.csv, and at the centre that of hamlets.csv where the cell is the strongest. Computed as well where
/// coverage would leave the cell out, which a remark says. Throws std::invalid_argument where the mast is off the
/// terrain or the hamlet has no such point.
LinkBudget cell_link(const scenario::Scenario& scenario, const gis::Terrain& terrain, const CellLinkQuery& query);

/// Two places and heights above ground.
struct PointLinkQuery {
  gis::LonLat from, to;
  double from_height_m = 0.0, to_height_m = 0.0;
  double frequency_mhz = 0.0;
};

/// The path loss between two points, by the model of the scenario. Throws std::invalid_argument where one is off the
/// terrain.
LinkBudget point_link(const scenario::Scenario& scenario, const gis::Terrain& terrain, const PointLinkQuery& query);

}  // namespace phusong::analysis
