#pragma once

#include <vector>

#include "sim/analysis/calibration/calibration_study.h"

namespace phusong::analysis {

/// The fits of which each leaves out one fold of the ground.
struct HeldOutFits {
  std::vector<ResidualFit> fits;  ///< by fold

  const ResidualFit& of(const GroundBlocks& blocks, std::size_t row) const {
    return fits[blocks.fold_of_block[blocks.block_of[row]]];
  }
};

/// The same for any number of threads.
HeldOutFits fit_held_out(const ResidualData& data, const GroundBlocks& blocks, const CorrectionTerms& terms,
                         const FitSettings& settings);

/// The loss of each residual by the fit that has not seen it, at the spread `sigma_db`.
std::vector<double> held_out_losses(const ResidualData& data, const GroundBlocks& blocks, const HeldOutFits& fits,
                                    double sigma_db, double huber_k);

/// The mean of `before` − `after`, its standard error, and whether it convinces.
HeldOutGain held_out_gain(const std::vector<double>& before, const std::vector<double>& after,
                          const GroundBlocks& blocks, const HoldOutSettings& settings);

}  // namespace phusong::analysis
