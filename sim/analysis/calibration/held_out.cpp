#include "sim/analysis/calibration/held_out.h"

#include <cmath>

#include "sim/analysis/calibration/censored_huber.h"
#include "sim/coverage/for_each_index.h"

namespace phusong::analysis {

HeldOutFits fit_held_out(const ResidualData& data, const GroundBlocks& blocks, const CorrectionTerms& terms,
                         const FitSettings& settings) {
  HeldOutFits result{.fits = std::vector<ResidualFit>(blocks.folds)};
  coverage::for_each_index(blocks.folds, [&](std::size_t fold) {
    std::vector<std::size_t> rows;
    for (std::size_t i = 0; i < data.residuals.size(); ++i)
      if (blocks.fold_of_block[blocks.block_of[i]] != fold) rows.push_back(i);
    result.fits[fold] = fit_residuals(data, rows, terms, settings);
  });
  return result;
}

std::vector<double> held_out_losses(const ResidualData& data, const GroundBlocks& blocks, const HeldOutFits& fits,
                                    double sigma_db, double huber_k) {
  std::vector<double> losses;
  losses.reserve(data.residuals.size());
  for (std::size_t i = 0; i < data.residuals.size(); ++i) {
    const Residual& residual = data.residuals[i];
    const double u = (residual.residual_db - fits.of(blocks, i).mean_db(residual)) / sigma_db;
    losses.push_back(residual.is_censored ? censored_loss(u, huber_k) : huber_rho(u, huber_k));
  }
  return losses;
}

HeldOutGain held_out_gain(const std::vector<double>& before, const std::vector<double>& after,
                          const GroundBlocks& blocks, const HoldOutSettings& settings) {
  std::vector<double> sums(blocks.count(), 0.0);
  double total = 0.0;
  for (std::size_t i = 0; i < before.size(); ++i) {
    sums[blocks.block_of[i]] += before[i] - after[i];
    total += before[i] - after[i];
  }
  const auto count = static_cast<double>(before.size());
  const auto block_count = static_cast<double>(blocks.count());
  double squares = 0.0;
  for (const double sum : sums)
    squares += (sum - total / block_count) * (sum - total / block_count);
  HeldOutGain gain{.gain = total / count,
                   .standard_error = std::sqrt(squares * block_count / (block_count - 1.0)) / count};
  gain.is_kept = gain.gain > settings.standard_errors * gain.standard_error && gain.gain >= settings.least_gain;
  return gain;
}

}  // namespace phusong::analysis
