#pragma once

#include <vector>

#include "sim/coverage/operator_columns.h"
#include "sim/coverage/path_engine.h"
#include "sim/coverage/service_quality.h"
#include "sim/coverage/transmitters.h"
#include "sim/coverage/verdict.h"
#include "sim/scenario/scenario.h"

namespace phusong::coverage {

/// What all hamlets of a run share.
struct HamletContext {
  const scenario::Scenario& scenario;
  const gis::Terrain& terrain;
  const std::vector<Transmitter>& transmitters;
  const OperatorColumns& operators;
  const std::vector<network::Technology>& technologies;
  bool keep_levels = false;
};

/// Everything the run says of one hamlet.
struct HamletOutcome {
  std::vector<SamplePoint> points;
  std::vector<PointLevel> levels;       ///< only with keep_levels
  std::vector<HamletVerdict> verdicts;  ///< one an operator column
  CoverageCounts counts;
};

/// Exact paths from every cell in range to every sample point of a hamlet, and the verdicts that follow.
/// Holds scratch space: one object a thread.
class HamletEngine {
 public:
  explicit HamletEngine(const HamletContext& context);
  HamletOutcome evaluate(std::size_t hamlet_index);

 private:
  HamletContext context_;
  gis::WorkingCrs crs_;
  PathEngine paths_;
  ServiceQuality quality_;
};

}  // namespace phusong::coverage
