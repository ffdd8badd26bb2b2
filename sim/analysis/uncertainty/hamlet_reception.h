#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "gis/terrain.h"
#include "sim/analysis/uncertainty/correlation_factor.h"
#include "sim/analysis/uncertainty/service_bits.h"
#include "sim/coverage/verdict.h"
#include "sim/scenario/scenario.h"

namespace phusong::analysis {

/// Cells that are judged together, by their index: an operator's, or those on air in a period.
using CellSet = std::vector<bool>;

/// The network whose coverage is uncertain.
struct HeardNetwork {
  const scenario::Scenario& scenario;  ///< its sites and cells are those that the signals name
  const gis::Terrain& terrain;
  const coverage::CoverageResult& coverage;  ///< with the signals from uncertain_levels_dbm() up
};

/// A cell at a point whose errors decide whether it serves the point.
struct Reception {
  std::uint32_t point = 0;         ///< of the hamlet
  float margin_db = 0.0F;          ///< level less threshold
  float sigma_location_db = 0.0F;  ///< σ_L
  std::uint32_t bits = 0;          ///< of ServiceBits: what the cell serves
};

/// A mast as a hamlet hears it: its cells have the errors in common.
struct HeardSite {
  std::uint64_t stream = 0;           ///< of its errors in this hamlet
  std::vector<Reception> receptions;  ///< by point
};

/// A hamlet's points and what errors decide there.
struct HamletReception {
  std::size_t hamlet = 0;
  std::uint64_t stream = 0;            ///< of the errors that all masts share
  std::vector<double> weights;         ///< per point
  std::vector<std::uint32_t> numbers;  ///< SamplePoint::point of each
  LowerTriangle factor{0};             ///< of the correlation between the points
  std::vector<std::uint32_t> certain;  ///< bits that each point has in every draw
  std::vector<HeardSite> sites;
  /// The status where no draw can change it; nothing where draws decide.
  std::vector<std::optional<coverage::Status>> settled;  ///< [set]
  /// The first set with the same cells as far as this hamlet hears them: its status is that set's in every draw.
  std::vector<std::size_t> like;  ///< [set]
};

/// The levels from which a signal can matter: 5.5 times the greatest standard deviation of its error below the
/// threshold of the target's technologies, infinite for the others. Signals of 138 masts just below it serve any of 19
/// points in less than 5e-5 of the draws.
network::PerTechnology<double> uncertain_levels_dbm(const scenario::Scenario& scenario);

/// Makes the receptions of the hamlets for the same sets of cells.
class ReceptionReader {
 public:
  ReceptionReader(const HeardNetwork& heard, std::span<const CellSet> sets);

  /// Leaves out what errors cannot change: the bits that a point has with certainty, signals too weak to serve one and
  /// sets whose status is settled. All that is left out changes the hamlet's status in less than 5e-5 of the draws.
  HamletReception read(std::size_t hamlet) const;

  const ServiceBits& bits() const { return bits_; }

 private:
  class PointReader;

  const HeardNetwork& heard_;
  ServiceBits bits_;
  std::size_t sets_;
  std::vector<std::uint32_t> bits_of_cell_;
  std::vector<std::size_t> first_point_;

  void settle(HamletReception& reception) const;
};

}  // namespace phusong::analysis
