#include "sim/analysis/calibration/calibration_study.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "sim/analysis/calibration/censored_huber.h"
#include "sim/analysis/calibration/held_out.h"
#include "sim/coverage/level_correction.h"
#include "sim/scenario/calibration_limits.h"

namespace phusong::analysis {
namespace {

using network::Technology;

double rounded_to_cent(double value) {
  return std::round(100.0 * value) / 100.0 + 0.0;  // no −0
}

/// Distances that corrections are bound to: the middle, and where one measurement in a hundred is nearer or further.
scenario::DistanceSlope measured_distances(const std::vector<Compared>& used) {
  constexpr double kLeastKm = 0.01;
  std::vector<double> distances_km;
  double log_sum = 0.0;
  for (const Compared& of : used) {
    distances_km.push_back(of.distance_m / 1000.0);
    log_sum += std::log(distances_km.back());
  }
  std::ranges::sort(distances_km);
  const auto at = [&](double share) {
    return distances_km[static_cast<std::size_t>(share * static_cast<double>(distances_km.size() - 1))];
  };
  const double nearest_km = std::max(kLeastKm, std::floor(100.0 * at(0.01)) / 100.0);
  return {.slope_db_per_decade = 0.0,
          .reference_km = std::max(kLeastKm, rounded_to_cent(std::exp(log_sum / static_cast<double>(used.size())))),
          .min_km = nearest_km,
          .max_km = std::max(nearest_km + kLeastKm, std::ceil(100.0 * at(0.99)) / 100.0)};
}

/// −log of the likelihood of a held-out residual at that spread: normal, with an outlier now and then that may be
/// anywhere. Huber's loss would favour too small a spread.
double spread_loss(double error_db, bool is_censored, double sigma_db) {
  constexpr double kOutliers = 0.05, kAnywhereDb = 200.0;
  const double u = error_db / sigma_db;
  if (is_censored) return -std::log((1.0 - kOutliers) * normal_distribution(u) + 0.5 * kOutliers);
  return -std::log((1.0 - kOutliers) * normal_density(u) / sigma_db + kOutliers / kAnywhereDb);
}

/// Works out a study step by step.
class CalibrationWork {
 public:
  CalibrationWork(const scenario::Scenario& scenario, const gis::Terrain& terrain,
                  const scenario::Measurements& measurements, const CalibrationSettings& settings)
      : scenario_(scenario), terrain_(terrain), measurements_(measurements), settings_(settings) {}

  CalibrationStudy study(progress::Progress& progress) {
    study_.compared = compare_measurements(scenario_, terrain_, measurements_, settings_.filter, progress);
    divide_ground();
    make_data();
    progress.begin("calibration", std::size(kCorrectionTerms) + 1);
    choose_terms(progress);
    choose_sigma();
    take_corrections();
    judge();
    progress.advance(1);
    return std::move(study_);
  }

 private:
  const std::vector<Compared>& used() const { return study_.compared.used; }
  const scenario::Measurement& measurement(const Compared& of) const { return measurements_.rows[of.measurement]; }
  const network::Cell* cell_of(const Compared& of) const {
    const auto cell = study_.compared.transmitters[of.transmitter];
    return cell ? &scenario_.network.cells[*cell] : nullptr;
  }

  void divide_ground() {
    std::vector<gis::MapPoint> places;
    for (const Compared& of : used())
      places.push_back(measurement(of).position);
    study_.blocks =
        ground_blocks(places, settings_.hold_out.block_m, settings_.hold_out.folds, settings_.hold_out.seed);
    if (study_.blocks.count() >= 2) return;
    gis::fail(
        measurements_.file,
        used().empty()
            ? std::string(
                  "no measurement is left: all are saturated, too near their mast, out of range or at the noise floor")
            : fmt::format("all measurements that are left, {}, lie in one block of {:g} km, so that none can be "
                          "held out (allowed: measurements in two blocks or more; --block-km makes them smaller)",
                          used().size(), settings_.hold_out.block_m / 1000.0));
  }

  void make_data() {
    distances_ = measured_distances(used());
    std::set<int> classes;
    for (const Compared& of : used())
      if (of.clutter_class) classes.insert(*of.clutter_class);
    study_.clutter_classes.assign(classes.begin(), classes.end());
    data_.clutter_classes = classes.size();
    data_.blocks = study_.blocks.count();
    for (const auto& cell : study_.compared.transmitters)
      data_.is_cell.push_back(cell.has_value());
    for (std::size_t i = 0; i < used().size(); ++i)
      data_.residuals.push_back(residual_of(used()[i], study_.blocks.block_of[i]));
  }

  Residual residual_of(const Compared& of, std::size_t block) const {
    const double distance_km = std::clamp(of.distance_m / 1000.0, distances_.min_km, distances_.max_km);
    Residual residual{.residual_db = of.measured_db - of.predicted_db,
                      .is_censored = of.is_censored,
                      .transmitter = of.transmitter,
                      .decades = std::log10(distance_km / distances_.reference_km),
                      .block = block};
    if (const network::Cell* const cell = cell_of(of)) residual.technology = cell->technology;
    if (of.clutter_class) {
      const auto at = std::ranges::lower_bound(study_.clutter_classes, *of.clutter_class);
      residual.clutter = static_cast<std::size_t>(at - study_.clutter_classes.begin());
    }
    return residual;
  }

  std::vector<std::size_t> all_rows() const {
    std::vector<std::size_t> rows(data_.residuals.size());
    for (std::size_t i = 0; i < rows.size(); ++i)
      rows[i] = i;
    return rows;
  }

  /// Losses are counted in the spread that is left when all terms are fitted.
  void choose_terms(progress::Progress& progress) {
    const CorrectionTerms all(std::begin(kCorrectionTerms), std::end(kCorrectionTerms));
    const double sigma_db = fit_residuals(data_, all_rows(), all, settings_.fit).sigma.value_db;
    const auto losses = [&](const HeldOutFits& fits) {
      return held_out_losses(data_, study_.blocks, fits, sigma_db, settings_.fit.huber_k);
    };
    held_out_ = fit_held_out(data_, study_.blocks, terms_, settings_.fit);
    std::vector<double> best = losses(held_out_);
    for (const CorrectionTerm term : kCorrectionTerms) {
      progress.throw_if_stopped();
      CorrectionTerms more = terms_;
      more.push_back(term);
      HeldOutFits fits = fit_held_out(data_, study_.blocks, more, settings_.fit);
      std::vector<double> tried = losses(fits);
      study_.trials.push_back({.term = term, .gain = held_out_gain(best, tried, study_.blocks, settings_.hold_out)});
      progress.advance(1);
      if (!study_.trials.back().gain.is_kept) continue;
      terms_ = std::move(more);
      held_out_ = std::move(fits);
      best = std::move(tried);
    }
    study_.fit = fit_residuals(data_, all_rows(), terms_, settings_.fit);
  }

  double with_model_db(double location_db) const {
    return std::hypot(location_db, scenario_.options.service.model_sigma_db);
  }

  /// The location variability that makes, with the model's error, the spread that was measured.
  double location_sigma_db(const ResidualFit& fit) const {
    const double model_db = scenario_.options.service.model_sigma_db;
    const double rest = fit.sigma.value_db * fit.sigma.value_db - model_db * model_db;
    return rounded_to_cent(std::sqrt(std::max(0.0, rest)));
  }

  double held_out_error_db(std::size_t row) const {
    const Residual& residual = data_.residuals[row];
    return residual.residual_db - held_out_.of(study_.blocks, row).mean_db(residual);
  }

  void choose_sigma() {
    constexpr double kLeastDb = 0.1;  // a model without error and a place without variability leave no spread at all
    std::vector<double> before, after;
    for (std::size_t i = 0; i < data_.residuals.size(); ++i) {
      const auto loss = [&](double location_db) {
        return spread_loss(held_out_error_db(i), data_.residuals[i].is_censored,
                           std::max(kLeastDb, with_model_db(location_db)));
      };
      before.push_back(loss(used()[i].sigma_location_db));
      after.push_back(loss(location_sigma_db(held_out_.of(study_.blocks, i))));
    }
    study_.sigma_gain = held_out_gain(before, after, study_.blocks, settings_.hold_out);
  }

  scenario::Calibration corrections_of(const ResidualFit& fit) const {
    scenario::Calibration result;
    for (const Technology technology : network::kTechnologies) {
      const std::optional<Estimate>& estimate = fit.technology[technology];
      if (estimate) result.technology_db[technology] = rounded_to_cent(estimate->value_db);
    }
    for (std::size_t i = 0; i < fit.transmitter.size(); ++i) {
      const auto cell = study_.compared.transmitters[i];
      if (cell && fit.transmitter[i])
        result.cell_db[scenario_.network.cells[*cell].cell_id] = rounded_to_cent(fit.transmitter[i]->value_db);
    }
    for (std::size_t i = 0; i < fit.clutter.size(); ++i)
      if (fit.clutter[i]) result.clutter_db[study_.clutter_classes[i]] = rounded_to_cent(fit.clutter[i]->value_db);
    if (fit.slope) {
      result.distance = distances_;
      result.distance->slope_db_per_decade = rounded_to_cent(fit.slope->value_db);
    }
    return result;
  }

  void take_corrections() {
    study_.corrections = corrections_of(study_.fit);
    if (study_.sigma_gain.is_kept) study_.corrections.location_sigma_db = location_sigma_db(study_.fit);
  }

  /// The prediction with corrections, as the coverage stage applies them.
  double corrected_db(const Compared& of, const coverage::LevelCorrection& correction) const {
    const network::Cell* const cell = cell_of(of);
    const double cell_db = cell != nullptr ? correction.of_cell_db(*cell) : 0.0;
    return of.predicted_db + cell_db + correction.of_path_db(measurement(of).position, of.distance_m);
  }

  scenario::Options options_with(const scenario::Calibration& corrections) const {
    scenario::Options options = scenario_.options;
    options.propagation.corrections = corrections;
    return options;
  }

  void judge() {
    const scenario::Options options = options_with(study_.corrections);
    const coverage::LevelCorrection correction(terrain_, options);
    std::vector<scenario::Options> fold_options;
    for (const ResidualFit& fit : held_out_.fits)
      fold_options.push_back(options_with(corrections_of(fit)));
    std::vector<coverage::LevelCorrection> fold_corrections;
    for (const scenario::Options& of : fold_options)
      fold_corrections.emplace_back(terrain_, of);
    std::vector<double> predicted_db;
    for (std::size_t i = 0; i < used().size(); ++i) {
      predicted_db.push_back(used()[i].predicted_db);
      study_.corrected_db.push_back(corrected_db(used()[i], correction));
      const std::size_t fold = study_.blocks.fold_of_block[study_.blocks.block_of[i]];
      study_.held_out_db.push_back(corrected_db(used()[i], fold_corrections[fold]));
    }
    study_.before = agreement(predicted_db);
    study_.after = agreement(study_.corrected_db);
    study_.held_out_after = agreement(study_.held_out_db);
  }

  /// Whether a measured level reaches the threshold of its technology; nothing where that is not known.
  std::optional<bool> reaches_threshold(const Compared& of, double threshold_dbm) const {
    if (of.is_censored && of.measured_db >= threshold_dbm) return std::nullopt;
    return of.measured_db >= threshold_dbm;
  }

  Agreement agreement(const std::vector<double>& predicted_db) const {
    Agreement result;
    double sum = 0.0, squares = 0.0;
    std::size_t hits = 0;
    for (std::size_t i = 0; i < used().size(); ++i) {
      const Compared& of = used()[i];
      if (of.is_censored) {
        ++result.censored;
      } else {
        ++result.values;
        const double error_db = of.measured_db - predicted_db[i];
        sum += error_db;
        squares += error_db * error_db;
      }
      const network::Cell* const cell = cell_of(of);
      if (cell == nullptr || measurement(of).is_path_loss) continue;
      const double threshold_dbm = scenario_.options.service.threshold_dbm[cell->technology];
      const auto reaches = reaches_threshold(of, threshold_dbm);
      if (!reaches) continue;
      ++result.judged;
      hits += *reaches == (predicted_db[i] >= threshold_dbm) ? 1U : 0U;
    }
    if (result.values > 0) {
      result.bias_db = sum / static_cast<double>(result.values);
      result.rmse_db = std::sqrt(squares / static_cast<double>(result.values));
    }
    if (result.judged > 0) result.hit_rate = static_cast<double>(hits) / static_cast<double>(result.judged);
    return result;
  }

  const scenario::Scenario& scenario_;
  const gis::Terrain& terrain_;
  const scenario::Measurements& measurements_;
  const CalibrationSettings& settings_;
  CalibrationStudy study_;
  ResidualData data_;
  scenario::DistanceSlope distances_;
  CorrectionTerms terms_;  ///< kept
  HeldOutFits held_out_;   ///< with these
};

}  // namespace

bool CalibrationStudy::helps() const {
  const bool any_kept =
      sigma_gain.is_kept || std::ranges::any_of(trials, [](const TermTrial& trial) { return trial.gain.is_kept; });
  return any_kept && is_plausible();
}

bool CalibrationStudy::is_plausible() const {
  return scenario::is_within_limits(corrections) && scenario::kLocationSigmaLimit.holds(fit.sigma.value_db);
}

CalibrationStudy study_calibration(const scenario::Scenario& scenario, const gis::Terrain& terrain,
                                   const scenario::Measurements& measurements, const CalibrationSettings& settings,
                                   progress::Progress& progress) {
  return CalibrationWork(scenario, terrain, measurements, settings).study(progress);
}

}  // namespace phusong::analysis
