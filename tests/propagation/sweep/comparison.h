#pragma once

#include <memory>
#include <string>
#include <vector>

#include "propagation/sweep/ray_sweep.h"
#include "tests/propagation/reference_profiles.h"

namespace phusong::tests {

inline constexpr double kSweepToleranceDb = 0.01;

/// How swept receivers compare with the point-to-point function.
struct SweepComparison {
  std::size_t receivers = 0;
  std::size_t ties = 0;  ///< two samples tie: the point-to-point function itself jumps
  double worst_db = 0.0;
  std::string worst_at;

  /// Checks the tolerance, and that ties are at most 1 in 10,000.
  void check() const;
};

/// Sweeps a profile with each engine, with a receiver on every sample from the third on.
void compare(const StoredProfile& profile, const std::string& name, const propagation::sweep::SweepSettings& settings,
             const std::vector<std::unique_ptr<propagation::sweep::RaySweep>>& engines, SweepComparison& comparison);

}  // namespace phusong::tests
