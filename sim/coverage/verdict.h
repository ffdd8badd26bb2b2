#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "gis/coordinates.h"
#include "sim/coverage/places_on_terrain.h"
#include "sim/coverage/point_signals.h"
#include "sim/network/technology.h"

namespace phusong::coverage {

/// covered; hollow (lõm sóng); white (trắng sóng); unknown: no ground at the centre or under most of the points.
enum class Status { kCovered, kHollow, kWhite, kUnknown };
std::string_view name_of(Status status);

/// What a hamlet gets from one operator (or any) in one technology.
struct TechnologyVerdict {
  std::optional<double> level_dbm;  ///< of the strongest cell at the centre; nothing where no cell is in range
  double probability = 0.0;         ///< at the centre
  double share = 0.0;               ///< of the sample points' weight that is covered
  Status status = Status::kWhite;
  std::optional<std::size_t> best_cell;  ///< at the centre; index into Network::cells
  // Quality of service of that cell at the centre, where coverage.quality: no part of the verdict.
  std::optional<double> sinr_db;          ///< 2G: C/I; 3G: Ec/Io of the pilot
  std::optional<double> throughput_mbps;  ///< 4G, 5G: the peak for one user alone
};

/// What a hamlet that is not covered lacks, at the point without service that lacks least.
struct Shortfall {
  int point = 0;  ///< SamplePoint::point
  network::Technology technology = network::Technology::k4G;
  std::size_t cell = 0;  ///< the strongest one there; index into Network::cells
  double level_dbm = 0.0;
  double missing_db = 0.0;  ///< to the level from which the cell covers the point, > 0
};

/// The verdicts of one hamlet for one operator.
struct HamletVerdict {
  network::PerTechnology<TechnologyVerdict> by_technology;
  Status status = Status::kWhite;  ///< over the target's technologies, combined as the plan asks
  double share = 0.0;
  Status status_any_technology = Status::kWhite;    ///< over all technologies computed, any of them
  Status status_mobile_broadband = Status::kWhite;  ///< over new_countryside.technologies, any of them
  double share_mobile_broadband = 0.0;
  bool centre_covered = false;     ///< by the target's technologies
  double terrain_gap = 0.0;        ///< share of the hamlet's computed paths with a void sample
  bool only_by_gap_paths = false;  ///< covered, but only by paths with a void sample
  /// Of the target's technologies; nothing for a hamlet that is covered, that has no ground, or where no cell of theirs
  /// is in range of any point without service.
  std::optional<Shortfall> shortfall;
};

/// A sample point of a hamlet.
struct SamplePoint {
  std::size_t hamlet = 0;
  int point = 0;  ///< 0 is the centre
  double lon_deg = 0.0, lat_deg = 0.0;
  double x_m = 0.0, y_m = 0.0;
  double ground_m = 0.0;
  double weight = 0.0;  ///< weights of a hamlet's points on the terrain add up to 1

  gis::MapPoint position() const { return {x_m, y_m}; }
};

/// A cell's level at a sample point, for point_levels.csv.
struct PointLevel {
  std::size_t hamlet = 0;
  int point = 0;
  std::size_t cell = 0;
  double loss_db = 0.0;  ///< path loss, with building entry where the scenario judges indoors
  double departure_deg = 0.0;
  double pattern_db = 0.0;     ///< gain relative to the maximum, ≤ 0
  double correction_db = 0.0;  ///< by the scenario's calibration
  double level_dbm = 0.0;
  double sigma_l_db = 0.0;
};

/// The technologies that cover a point.
using PointService = network::PerTechnology<bool>;

/// Counts for the manifest.
struct CoverageCounts {
  std::size_t paths = 0;
  std::size_t short_paths = 0;
  std::size_t gap_paths = 0;
  std::size_t model_violations = 0;  ///< path × frequency evaluations outside the model's limits
};

/// Everything the coverage stage says of hamlets.
struct CoverageResult {
  std::vector<network::Technology> technologies;     ///< computed
  std::vector<std::string> operators;                ///< one a column of `verdicts`; "any" last where present
  std::vector<std::vector<HamletVerdict>> verdicts;  ///< [operator][hamlet]
  std::vector<SamplePoint> points;                   ///< on the terrain, by hamlet then point
  std::vector<std::vector<PointService>> service;    ///< [operator][point of `points`]
  std::vector<PointLevel> point_levels;              ///< by hamlet, point, cell_id; only where asked for
  PointSignals signals;                              ///< at `points`; only where asked for
  PlacesOnTerrain places;
  CoverageCounts counts;
};

}  // namespace phusong::coverage
