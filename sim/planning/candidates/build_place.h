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

/// Where a new mast or pole may stand.
struct BuildPlace {
  std::string id;
  gis::LonLat lon_lat;
  gis::MapPoint position;
  StationKind kind = StationKind::kMast;
  std::vector<double> heights_m;  ///< to choose from
  std::optional<double> road_km;
  bool is_peak = false;
  network::CarriedFields carried{};
};

/// A position rounded to the decimals that tables are written with, so that what is read back is the same.
struct RoundedPosition {
  gis::LonLat lon_lat;
  gis::MapPoint position;
};
RoundedPosition rounded_position(gis::MapPoint position, const gis::WorkingCrs& crs);

/// plan.mast_heights_m, each once, ascending.
std::vector<double> mast_heights_m(const scenario::PlanOptions& plan);

/// Masts at the centre of each hamlet in need and on the highest ground nearby; poles at its centre and on the
/// highest ground inside it.
std::vector<BuildPlace> places_at_hamlets(const scenario::Scenario& scenario, const gis::Terrain& terrain,
                                          const Need& need);

/// Peaks and spurs that see hamlets in need, see SightSpots.
std::vector<BuildPlace> places_on_peaks(const scenario::Scenario& scenario, const gis::Terrain& terrain,
                                        const Need& need);

/// The candidates table, and the rows of the sites table whose status is candidate.
std::vector<BuildPlace> places_of_tables(const scenario::Scenario& scenario);

}  // namespace phusong::planning
