#pragma once

#include <optional>
#include <string>
#include <vector>

#include "gis/crs.h"
#include "gis/terrain.h"
#include "sim/planning/candidates/candidate.h"
#include "sim/planning/need.h"
#include "sim/scenario/scenario.h"

namespace phusong::planning {

/// A location where a new mast or pole may stand.
struct BuildLocation {
  std::string id;
  gis::LonLat lon_lat;
  gis::MapPoint position;
  StationKind kind = StationKind::kMast;
  std::vector<double> heights_m;  ///< to choose from
  std::optional<double> road_km;
  bool is_peak = false;
  double battery_hours = 0.0;
  network::PassThroughFields pass_through{};
};

/// A position rounded to the decimals that tables are written with, so that what is read back is the same.
struct RoundedPosition {
  gis::LonLat lon_lat;
  gis::MapPoint position;
};
RoundedPosition rounded_position(gis::MapPoint position, const gis::WorkingCrs& crs);

/// Returns the heights of plan.mast_heights_m, each once, ascending.
std::vector<double> mast_heights_m(const scenario::PlanOptions& plan);

/// Proposes locations for masts at the centre of each hamlet in need and on the highest ground nearby; for poles at its
/// centre and on the highest ground inside it.
std::vector<BuildLocation> locations_at_hamlets(const scenario::Scenario& scenario, const gis::Terrain& terrain,
                                                const Need& need);

/// Proposes locations on peaks and spurs that see hamlets in need: vantage points.
std::vector<BuildLocation> locations_on_peaks(const scenario::Scenario& scenario, const gis::Terrain& terrain,
                                              const Need& need);

/// Reads the locations of the candidates table, and of the rows of the sites table whose status is candidate.
std::vector<BuildLocation> locations_of_tables(const scenario::Scenario& scenario);

}  // namespace phusong::planning
