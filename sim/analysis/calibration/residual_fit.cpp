#include "sim/analysis/calibration/residual_fit.h"

#include <algorithm>
#include <cmath>

#include "sim/analysis/calibration/arrow_system.h"
#include "sim/analysis/calibration/censored_huber.h"
#include "sim/analysis/calibration/shared_columns.h"

namespace phusong::analysis {
namespace {

using network::Technology;

constexpr std::size_t kMostIterations = 300;
constexpr std::size_t kRejectionRounds = 4;
constexpr double kToleranceDb = 1e-4;
constexpr double kLeastSigmaDb = 0.05;
/// Spread of what is meant to be free: wide enough to hold nothing, and there for what no measurement tells.
constexpr double kFreeSpreadDb = 1000.0;

double median(std::vector<double> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::ranges::nth_element(values, middle);
  return *middle;
}

/// Solves Eqs. (5) and (6).
class ResidualFitter {
 public:
  ResidualFitter(const ResidualData& data, std::span<const std::size_t> rows, const CorrectionTerms& terms,
                 const FitSettings& settings)
      : data_(data),
        rows_(rows),
        settings_(settings),
        columns_(data, terms),
        cells_have_offsets_(std::ranges::find(terms, CorrectionTerm::kCell) != terms.end()),
        system_(data.is_cell.size(), columns_.count()),
        unknowns_(ArrowVector::zero(data.is_cell.size(), columns_.count())),
        is_rejected_(rows.size(), false) {}

  ResidualFit fit() {
    begin_sigma();
    for (std::size_t round = 0; round < kRejectionRounds; ++round) {
      iterate();
      if (!reject_outliers()) break;
    }
    return result();
  }

 private:
  const Residual& row(std::size_t i) const { return data_.residuals[rows_[i]]; }

  std::optional<std::size_t> own_unknown(const Residual& of) const {
    if (data_.is_cell[of.transmitter] && !cells_have_offsets_) return std::nullopt;
    return of.transmitter;
  }

  double mean_db(const Residual& of) const {
    SharedColumns::Room room;
    double sum_db = 0.0;
    for (const ArrowEntry& entry : columns_.entries(of, room))
      sum_db += entry.value * unknowns_.shared(entry.column);
    const auto own = own_unknown(of);
    return own ? sum_db + unknowns_.own(static_cast<Eigen::Index>(*own)) : sum_db;
  }

  Influence influence(const Residual& of) const {
    return influence_of(of.residual_db - mean_db(of), of.is_censored, sigma_db_, settings_.huber_k);
  }

  /// By the median absolute deviation of what is not censored.
  void begin_sigma() {
    constexpr double kMadToSigma = 1.4826;  // 1 / Φ⁻¹(3/4)
    constexpr double kUsualSigmaDb = 8.0;
    std::vector<double> values;
    for (std::size_t i = 0; i < rows_.size(); ++i)
      if (!row(i).is_censored) values.push_back(row(i).residual_db);
    if (values.empty()) {
      sigma_db_ = kUsualSigmaDb;
      return;
    }
    const double middle = median(values);
    for (double& value : values)
      value = std::abs(value - middle);
    sigma_db_ = std::max(kMadToSigma * median(std::move(values)), kLeastSigmaDb);
  }

  ArrowVector ridge() const {
    const auto of = [&](double spread_db) { return sigma_db_ * sigma_db_ / (spread_db * spread_db); };
    ArrowVector ridge = ArrowVector::zero(data_.is_cell.size(), columns_.count());
    ridge.shared.setConstant(of(kFreeSpreadDb));
    if (columns_.clutter(0)) {
      ridge.shared
          .segment(static_cast<Eigen::Index>(*columns_.clutter(0)), static_cast<Eigen::Index>(data_.clutter_classes))
          .setConstant(of(settings_.offset_spread_db));
    }
    for (std::size_t i = 0; i < data_.is_cell.size(); ++i)
      ridge.own(static_cast<Eigen::Index>(i)) = of(data_.is_cell[i] ? settings_.offset_spread_db : kFreeSpreadDb);
    return ridge;
  }

  /// Puts the rows into the system, with the weights of Eq. (5) or the slopes of the influence; returns the right-hand
  /// side.
  template <class WeightOf>
  ArrowVector add_rows(WeightOf weight_of) {
    system_.clear();
    ArrowVector right = ArrowVector::zero(data_.is_cell.size(), columns_.count());
    SharedColumns::Room room;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      if (is_rejected_[i]) continue;
      const Influence of = influence(row(i));
      const auto own = own_unknown(row(i));
      const auto entries = columns_.entries(row(i), room);
      system_.add(own, entries, weight_of(of));
      add_pull(right, own, entries, of.pull_db);
    }
    return right;
  }

  static void add_pull(ArrowVector& right, std::optional<std::size_t> own, std::span<const ArrowEntry> entries,
                       double pull_db) {
    if (own) right.own(static_cast<Eigen::Index>(*own)) += pull_db;
    for (const ArrowEntry& entry : entries)
      right.shared(entry.column) += entry.value * pull_db;
  }

  void iterate() {
    for (std::size_t i = 0; i < kMostIterations; ++i) {
      ++iterations_;
      ArrowVector right = add_rows([](const Influence& of) { return of.weight; });
      const ArrowVector held = ridge();
      right.own -= held.own.cwiseProduct(unknowns_.own);
      right.shared -= held.shared.cwiseProduct(unknowns_.shared);
      system_.add_ridge(held);
      system_.factorise();
      const ArrowVector step = system_.solve(right);
      unknowns_.own += step.own;
      unknowns_.shared += step.shared;
      const double sigma_step_db = step_sigma(held);
      const double largest_db = std::max({sigma_step_db, step.own.size() == 0 ? 0.0 : step.own.cwiseAbs().maxCoeff(),
                                          step.shared.size() == 0 ? 0.0 : step.shared.cwiseAbs().maxCoeff()});
      if (largest_db < kToleranceDb) return;
    }
  }

  /// Eq. (6); returns by how much σ changes.
  double step_sigma(const ArrowVector& held) {
    double sum = 0.0, count = 0.0;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      if (is_rejected_[i]) continue;
      sum += influence(row(i)).squared;
      count += 1.0;
    }
    const double free = std::max(1.0, count - unknown_count(held));
    const double next_db =
        std::max(kLeastSigmaDb, sigma_db_ * std::sqrt(sum / (free * expected_squared_psi(settings_.huber_k))));
    const double change_db = std::abs(next_db - sigma_db_);
    sigma_db_ = next_db;
    return change_db;
  }

  /// The unknowns that measurements tell, each less what the ridge tells of it.
  double unknown_count(const ArrowVector& held) const {
    double count = static_cast<double>(columns_.count());
    for (Eigen::Index i = 0; i < held.own.size(); ++i)
      count += 1.0 - held.own(i) / system_.own_diagonal()(i);
    return count;
  }

  /// Whether any residual was rejected, or taken back.
  bool reject_outliers() {
    bool any = false;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      const double u = (row(i).residual_db - mean_db(row(i))) / sigma_db_;
      const bool is_far = row(i).is_censored ? u < -settings_.reject_beyond : std::abs(u) > settings_.reject_beyond;
      any = any || is_far != is_rejected_[i];
      is_rejected_[i] = is_far;
    }
    return any;
  }

  /// Variance of the sum of pulls over the sum of their slopes, as of independent residuals: E[ψ²] / E[ψ'].
  double variance_per_slope() const {
    double squares = 0.0, slopes = 0.0;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      if (is_rejected_[i]) continue;
      const Influence of = influence(row(i));
      squares += of.pull_db * of.pull_db;
      slopes += of.slope;
    }
    return slopes > 0.0 ? squares / slopes : 0.0;
  }

  /// Σ over blocks of (H⁻¹ g)², g the sum of a block's pulls.
  ArrowVector block_variance() const {
    std::vector<std::vector<std::size_t>> of_block(data_.blocks);
    for (std::size_t i = 0; i < rows_.size(); ++i)
      if (!is_rejected_[i]) of_block[row(i).block].push_back(i);
    ArrowVector variance = ArrowVector::zero(data_.is_cell.size(), columns_.count());
    double blocks = 0.0;
    SharedColumns::Room room;
    for (const std::vector<std::size_t>& members : of_block) {
      if (members.empty()) continue;
      blocks += 1.0;
      ArrowVector pulls = ArrowVector::zero(data_.is_cell.size(), columns_.count());
      for (const std::size_t i : members)
        add_pull(pulls, own_unknown(row(i)), columns_.entries(row(i), room), influence(row(i)).pull_db);
      const ArrowVector moved = system_.solve(pulls);
      variance.own += moved.own.cwiseAbs2();
      variance.shared += moved.shared.cwiseAbs2();
    }
    const double few_blocks = blocks > 1.0 ? blocks / (blocks - 1.0) : 1.0;
    variance.own *= few_blocks;
    variance.shared *= few_blocks;
    return variance;
  }

  /// The offsets that Eq. (5) makes add up to nothing beside those of technologies: of the cells of each, and of all
  /// clutter classes.
  std::vector<ArrowVector> known_sums() const {
    std::vector<ArrowVector> sums;
    if (!columns_.technology(Technology::k2G)) return sums;
    const auto none = [&] { return ArrowVector::zero(data_.is_cell.size(), columns_.count()); };
    std::vector<ArrowVector> cells(network::kTechnologies.size(), none());
    ArrowVector classes = none();
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      const Residual& of = row(i);
      if (of.technology && cells_have_offsets_)
        cells[network::index_of(*of.technology)].own(static_cast<Eigen::Index>(of.transmitter)) = 1.0;
      if (of.clutter && columns_.clutter(0))
        classes.shared(static_cast<Eigen::Index>(*columns_.clutter(*of.clutter))) = 1.0;
    }
    for (const ArrowVector& of_technology : cells)
      if (of_technology.own.any()) sums.push_back(of_technology);
    if (classes.shared.any()) sums.push_back(classes);
    return sums;
  }

  ArrowVector standard_errors() {
    add_rows([](const Influence& of) { return of.slope; });
    system_.add_ridge(ridge());
    system_.factorise();
    const ArrowVector independent = system_.inverse_diagonal_given(known_sums());
    const ArrowVector clustered = block_variance();
    const double scale = variance_per_slope();
    return {(scale * independent.own).cwiseMax(clustered.own).cwiseSqrt(),
            (scale * independent.shared).cwiseMax(clustered.shared).cwiseSqrt()};
  }

  /// Of the root of Σ ψ² = n β, by its derivative −2 Σ ψ ψ' u / σ.
  double sigma_error_db() const {
    const double beta = expected_squared_psi(settings_.huber_k);
    double squares = 0.0, slopes = 0.0;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      if (is_rejected_[i] || row(i).is_censored) continue;
      const Influence of = influence(row(i));
      squares += (of.squared - beta) * (of.squared - beta);
      slopes += of.slope * of.squared;
    }
    return slopes > 0.0 ? sigma_db_ * std::sqrt(squares) / (2.0 * slopes) : 0.0;
  }

  ResidualFit result() {
    ResidualFit fit{.transmitter = std::vector<std::optional<Estimate>>(data_.is_cell.size()),
                    .technology = {},
                    .clutter = std::vector<std::optional<Estimate>>(data_.clutter_classes),
                    .slope = std::nullopt,
                    .sigma = {},
                    .outliers = static_cast<std::size_t>(std::ranges::count(is_rejected_, true)),
                    .iterations = iterations_};
    const ArrowVector errors = standard_errors();
    const auto shared = [&](std::size_t column) {
      const auto i = static_cast<Eigen::Index>(column);
      return Estimate{.value_db = unknowns_.shared(i), .standard_error_db = errors.shared(i)};
    };
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      const Residual& of = row(i);
      const auto own = own_unknown(of);
      if (own && !fit.transmitter[*own]) {
        const auto index = static_cast<Eigen::Index>(*own);
        fit.transmitter[*own] = Estimate{.value_db = unknowns_.own(index), .standard_error_db = errors.own(index)};
      }
      if (of.technology && columns_.technology(*of.technology))
        fit.technology[*of.technology] = shared(*columns_.technology(*of.technology));
      if (of.clutter && columns_.clutter(*of.clutter))
        fit.clutter[*of.clutter] = shared(*columns_.clutter(*of.clutter));
    }
    if (columns_.slope()) fit.slope = shared(*columns_.slope());
    fit.sigma = {.value_db = sigma_db_, .standard_error_db = sigma_error_db()};
    return fit;
  }

  const ResidualData& data_;
  std::span<const std::size_t> rows_;
  const FitSettings& settings_;
  SharedColumns columns_;
  bool cells_have_offsets_;
  ArrowSystem system_;
  ArrowVector unknowns_;
  std::vector<bool> is_rejected_;
  double sigma_db_ = 0.0;
  std::size_t iterations_ = 0;
};

}  // namespace

std::string_view name_of(CorrectionTerm term) {
  switch (term) {
    case CorrectionTerm::kTechnology:
      return "technology";
    case CorrectionTerm::kDistance:
      return "distance";
    case CorrectionTerm::kClutter:
      return "clutter";
    case CorrectionTerm::kCell:
      return "cell";
  }
  return "";
}

double ResidualFit::mean_db(const Residual& residual) const {
  const auto value = [](const std::optional<Estimate>& estimate) { return estimate ? estimate->value_db : 0.0; };
  double sum_db = value(transmitter[residual.transmitter]);
  if (residual.technology) sum_db += value(technology[*residual.technology]);
  if (residual.clutter) sum_db += value(clutter[*residual.clutter]);
  return slope ? sum_db + slope->value_db * residual.decades : sum_db;
}

ResidualFit fit_residuals(const ResidualData& data, std::span<const std::size_t> rows, const CorrectionTerms& terms,
                          const FitSettings& settings) {
  return ResidualFitter(data, rows, terms, settings).fit();
}

}  // namespace phusong::analysis
