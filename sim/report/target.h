#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "sim/report/totals.h"
#include "sim/scenario/options.h"

namespace phusong::report {

/// How far an area is from the share that the plan asks for.
struct TargetDistance {
  std::string_view kind;     ///< "hamlet_share", "population_share", "fixed_broadband_share" or "per_commune_min_share"
  double share = 0.0;        ///< asked for
  std::int64_t needed = 0;   ///< hamlets, or people for population_share: ≥ ceil(share·N − 1e-9)
  std::int64_t reached = 0;  ///< hamlets or people that count today
  std::int64_t hamlets_missing = 0;  ///< the fewest further hamlets that would do

  bool met() const { return reached >= needed; }
};

/// The area's distance to the plan's target for the operator at `operator_index`, none where the target is a budget;
/// after it, for a commune, the distance to plan.per_commune_min_share where that is set.
std::vector<TargetDistance> distances_to_targets(const AreaTotals& area, const network::Network& network,
                                                 const coverage::CoverageResult& result, std::size_t operator_index,
                                                 const scenario::PlanOptions& plan);

}  // namespace phusong::report
