#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "sim/analysis/calibration/calibration_settings.h"
#include "sim/network/technology.h"

namespace phusong::analysis {

/// What a correction may depend on. A transmitter that is no cell of the scenario has an offset of its own in every
/// fit, which is not part of the corrections.
enum class CorrectionTerm { kTechnology, kDistance, kClutter, kCell };
/// "technology", "distance", "clutter", "cell"
std::string_view name_of(CorrectionTerm term);
/// From what holds for most levels to what holds for the fewest.
inline constexpr CorrectionTerm kCorrectionTerms[] = {CorrectionTerm::kTechnology, CorrectionTerm::kDistance,
                                                      CorrectionTerm::kClutter, CorrectionTerm::kCell};
using CorrectionTerms = std::vector<CorrectionTerm>;

/// Measured less predicted at one place.
struct Residual {
  double residual_db = 0.0;  ///< of a censored one the greatest that it can be
  bool is_censored = false;
  std::size_t transmitter = 0;
  std::optional<network::Technology> technology;  ///< of a cell
  std::optional<std::size_t> clutter;             ///< index of the clutter class
  double decades = 0.0;                           ///< log10(distance / reference distance)
  std::size_t block = 0;                          ///< of the ground
};

struct ResidualData {
  std::vector<Residual> residuals;
  std::vector<bool> is_cell;  ///< by transmitter
  std::size_t clutter_classes = 0;
  std::size_t blocks = 0;
};

/// A value with its standard error; nothing where no residual tells it.
struct Estimate {
  double value_db = 0.0;
  double standard_error_db = 0.0;
};

/// What residuals have in common:
///   residual = offset of the cell + of the technology + of the clutter class + slope · decades + σ ε
struct ResidualFit {
  std::vector<std::optional<Estimate>> transmitter;  ///< of cells where the term is asked for, of others always
  network::PerTechnology<std::optional<Estimate>> technology;
  std::vector<std::optional<Estimate>> clutter;
  std::optional<Estimate> slope;  ///< dB per decade
  Estimate sigma;
  std::size_t outliers = 0;    ///< rejected
  std::size_t iterations = 0;  ///< over all rounds of rejection

  /// The fitted part of a residual.
  double mean_db(const Residual& residual) const;
};

/// Fits some of the residuals, by index. Huber's estimator with censored values by their expectation
/// (censored_huber.h), by iteratively reweighted least squares:
///   Σ w x (e − xᵀδ) = Λ (θ + δ)                   (5)  w = ψ(u) / u, e = σ u; censored: w = 1, e = σ m(z)
///   σ² ← σ² (Σ ψ(u)² + Σ q(z)) / ((n − p) β)      (6)  Huber's Proposal 2, p: unknowns less what Λ holds
/// Λ = σ² / τ² on offsets of cells and clutter classes, τ = offset_spread_db: few measurements move an offset little
/// (ridge; Hoerl and Kennard 1970). Technologies and slope are free, and wherever they stand beside offsets Eq. (5)
/// makes the offsets of a technology's cells, and those of all clutter classes, add up to 0, so that every unknown is
/// told apart from the others; standard errors are given these sums. They are the greater of two: that of independent
/// residuals, and that of residuals which go together within blocks of ground (sandwich; Liang and Zeger 1986).
ResidualFit fit_residuals(const ResidualData& data, std::span<const std::size_t> rows, const CorrectionTerms& terms,
                          const FitSettings& settings);

}  // namespace phusong::analysis
