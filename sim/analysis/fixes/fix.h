#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/coverage/verdict.h"
#include "sim/planning/cost_line.h"
#include "sim/planning/new_rows.h"

namespace phusong::analysis {

/// What is changed so that a hamlet gets service, in the order of the least work.
enum class FixKind { kTilt, kAzimuth, kPower, kTechnology, kPole, kMast };
inline constexpr std::array kFixKinds = {FixKind::kTilt,       FixKind::kAzimuth, FixKind::kPower,
                                         FixKind::kTechnology, FixKind::kPole,    FixKind::kMast};
/// "tilt": the names of the tables.
std::string_view name_of(FixKind kind);

/// Why no fix of a kind was tried.
enum class FixObstacle {
  kNoTerrain,    ///< there is no ground data at the hamlet
  kNoCell,       ///< no cell of the target's technologies could reach it, even with all that its limits allow
  kNoSetting,    ///< no setting within the limits serves more of it
  kNoCandidate,  ///< no station of the kind covers any point without service
};

/// What a fix makes of its hamlet, by a coverage run with the change in place.
struct FixOutcome {
  std::optional<double> level_dbm;  ///< at the centre, of the target's technology with the highest probability there
  double probability = 0.0;         ///< of that technology at the centre
  double share = 0.0;
  coverage::Status status = coverage::Status::kWhite;
};

/// A fix of one kind for a hamlet that is not covered: the best one found, or the reason why there is none.
struct Fix {
  std::size_t hamlet = 0;  ///< index into Network::hamlets
  FixKind kind = FixKind::kTilt;
  int rank = 0;  ///< from 1, the best first; 0: not tried
  std::optional<FixObstacle> obstacle;
  std::string site_id, cell_id;                   ///< of the mast; of the cell that is changed
  double from = 0.0, to = 0.0;                    ///< tilt in degrees, azimuth in degrees from true north, EIRP in dBm
  std::string station;                            ///< candidate_id of a station
  std::vector<network::Technology> technologies;  ///< that a station adds
  double height_m = 0.0;                          ///< of a new pole or mast
  FixOutcome after;
  planning::Cost cost;                    ///< backhaul included
  std::vector<std::size_t> hamlets_lost;  ///< whose status falls by it; indices into Network::hamlets

  bool is_tried() const { return !obstacle; }
  bool covers() const { return is_tried() && after.status == coverage::Status::kCovered; }
};

/// The fixes of all hamlets that are not covered: by hamlet, those tried by their rank, then the others.
struct FixStudy {
  std::vector<Fix> fixes;
  planning::NewRows rows;  ///< of the stations among them, each once: sites and cells in the form of the tables
};

}  // namespace phusong::analysis
