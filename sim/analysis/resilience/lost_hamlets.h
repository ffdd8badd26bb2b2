#pragma once

#include <cstddef>
#include <vector>

#include "sim/analysis/signal_verdicts.h"

namespace phusong::analysis {

/// Finds the hamlets whose status falls when masts go off, exactly as a coverage run without these masts would. Only
/// hamlets with a point that one of them serves are judged again.
class LostHamlets {
 public:
  /// `coverage` has the signals from covering_levels_dbm up, and must outlive the object, as `scenario` must.
  LostHamlets(const scenario::Scenario& scenario, const gis::Terrain& terrain,
              const coverage::CoverageResult& coverage);

  /// Returns, for each operator column of the coverage run, the hamlets whose status over the target's technologies is
  /// a worse one (covered, hollow, white in this order) while these masts are off; ascending.
  std::vector<std::vector<std::size_t>> without(const std::vector<std::size_t>& masts_off) const;

  /// Returns the operator columns that the cells of any of these masts count for, ascending.
  std::vector<std::size_t> columns_of(const std::vector<std::size_t>& masts) const;

 private:
  std::vector<std::size_t> masts_that_serve(std::size_t hamlet) const;

  const scenario::Scenario& scenario_;
  const coverage::CoverageResult& coverage_;
  coverage::OperatorColumns operators_;
  SignalVerdicts verdicts_;
  std::vector<std::vector<std::size_t>> served_by_;  ///< [site] the hamlets with a point that it serves, ascending
};

}  // namespace phusong::analysis
