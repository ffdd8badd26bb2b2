#include "sim/report/calibration/calibration_json.h"

#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>

#include "sim/report/json_text.h"

namespace phusong::report {
namespace {

using CalibrationJson = nlohmann::ordered_json;
using analysis::Agreement;
using analysis::Estimate;
using analysis::HeldOutGain;

CalibrationJson filter_json(const analysis::MeasurementFilter& filter) {
  CalibrationJson floors = CalibrationJson::object(), saturations = CalibrationJson::object();
  for (const network::Technology technology : network::kTechnologies) {
    floors[std::string(name_of(technology))] = filter.noise_floor_dbm[technology];
    saturations[std::string(name_of(technology))] = filter.saturation_dbm[technology];
  }
  return {{"noise_floor_dbm", floors},
          {"saturation_dbm", saturations},
          {"min_distance_m", filter.min_distance_m},
          {"position_error_m", filter.position_error_m},
          {"max_bearing_error_deg", filter.max_bearing_error_deg}};
}

CalibrationJson measurements_json(const CalibrationReport& report) {
  const analysis::CalibrationStudy& study = report.study;
  CalibrationJson left_out = CalibrationJson::object();
  for (const analysis::LeftOut reason : analysis::kLeftOutReasons)
    left_out[std::string(name_of(reason))] = 0;
  for (const auto& dropped : study.compared.dropped) {
    CalibrationJson& count = left_out[std::string(name_of(dropped.reason))];
    count = count.get<int>() + 1;
  }
  return {{"file", std::filesystem::path(report.measurements.file).filename().string()},
          {"rows", report.measurements.rows.size()},
          {"used", study.compared.used.size()},
          {"at_noise_floor", study.before.censored},
          {"outliers", study.fit.outliers},
          {"left_out", left_out},
          {"filter", filter_json(report.settings.filter)}};
}

CalibrationJson gain_json(const HeldOutGain& gain) {
  return {{"kept", gain.is_kept}, {"gain", rounded(gain.gain, 6)}, {"standard_error", rounded(gain.standard_error, 6)}};
}

CalibrationJson estimate_json(double value_db, const std::optional<Estimate>& estimate) {
  return {
      {"offset_db", rounded(value_db, 2)},
      {"standard_error_db", estimate ? CalibrationJson(rounded(estimate->standard_error_db, 4)) : CalibrationJson()}};
}

CalibrationJson with_name(const char* key, CalibrationJson name, const CalibrationJson& values) {
  CalibrationJson item = {{key, std::move(name)}};
  item.update(values);
  return item;
}

CalibrationJson cells_json(const CalibrationReport& report) {
  const analysis::CalibrationStudy& study = report.study;
  std::map<std::size_t, std::size_t> counts;
  for (const analysis::Compared& of : study.compared.used)
    ++counts[of.transmitter];
  std::map<std::string, CalibrationJson> by_id;
  for (std::size_t i = 0; i < study.compared.transmitters.size(); ++i) {
    const auto cell = study.compared.transmitters[i];
    if (!cell || !study.fit.transmitter[i]) continue;
    const std::string& cell_id = report.scenario.network.cells[*cell].cell_id;
    by_id[cell_id] =
        with_name("cell_id", cell_id, estimate_json(study.corrections.cell_db.at(cell_id), study.fit.transmitter[i]));
    by_id[cell_id]["measurements"] = counts[i];
  }
  CalibrationJson json = CalibrationJson::array();
  for (auto& [cell_id, item] : by_id)
    json.push_back(std::move(item));
  return json;
}

CalibrationJson corrections_json(const CalibrationReport& report) {
  const analysis::CalibrationStudy& study = report.study;
  CalibrationJson technologies = CalibrationJson::array(), classes = CalibrationJson::array(), distance;
  for (const network::Technology technology : network::kTechnologies) {
    const std::optional<Estimate>& estimate = study.fit.technology[technology];
    if (!estimate) continue;
    technologies.push_back(with_name("technology", std::string(name_of(technology)),
                                     estimate_json(study.corrections.technology_db[technology], estimate)));
  }
  for (std::size_t i = 0; i < study.fit.clutter.size(); ++i) {
    if (!study.fit.clutter[i]) continue;
    const int value = study.clutter_classes[i];
    classes.push_back(
        with_name("class", value, estimate_json(study.corrections.clutter_db.at(value), study.fit.clutter[i])));
    classes.back()["name"] = report.class_name(value);
  }
  if (study.corrections.distance) {
    const scenario::DistanceSlope& slope = *study.corrections.distance;
    distance = {{"slope_db_per_decade", rounded(slope.slope_db_per_decade, 2)},
                {"standard_error_db_per_decade", rounded(study.fit.slope->standard_error_db, 4)},
                {"reference_km", slope.reference_km},
                {"min_km", slope.min_km},
                {"max_km", slope.max_km}};
  }
  return {{"technology", technologies}, {"cell", cells_json(report)}, {"clutter", classes}, {"distance", distance}};
}

CalibrationJson agreement_json(const Agreement& agreement) {
  const bool has_values = agreement.values > 0;
  return {{"bias_db", has_values ? CalibrationJson(rounded(agreement.bias_db, 4)) : CalibrationJson()},
          {"rmse_db", has_values ? CalibrationJson(rounded(agreement.rmse_db, 4)) : CalibrationJson()},
          {"values", agreement.values},
          {"hit_rate", agreement.hit_rate ? CalibrationJson(rounded(*agreement.hit_rate, 6)) : CalibrationJson()},
          {"judged", agreement.judged}};
}

}  // namespace

nlohmann::ordered_json calibration_json(const CalibrationReport& report) {
  const analysis::CalibrationStudy& study = report.study;
  CalibrationJson terms = CalibrationJson::array();
  for (const analysis::TermTrial& trial : study.trials)
    terms.push_back(with_name("term", std::string(name_of(trial.term)), gain_json(trial.gain)));
  CalibrationJson sigma = {{"residual_db", rounded(study.fit.sigma.value_db, 4)},
                           {"standard_error_db", rounded(study.fit.sigma.standard_error_db, 4)},
                           {"location_db", nullptr}};
  if (study.corrections.location_sigma_db) sigma["location_db"] = rounded(*study.corrections.location_sigma_db, 2);
  sigma.update(gain_json(study.sigma_gain));
  return {
      {"format", 1},
      {"scenario", report.scenario.options.scenario.name},
      {"measurements", measurements_json(report)},
      {"held_out",
       {{"block_km", report.settings.hold_out.block_m / 1000.0},
        {"blocks", study.blocks.count()},
        {"folds", study.blocks.folds},
        {"seed", report.settings.hold_out.seed}}},
      {"terms", terms},
      {"sigma", sigma},
      {"plausible", study.is_plausible()},
      {"corrections", corrections_json(report)},
      {"agreement",
       {{"fitting", {{"before", agreement_json(study.before)}, {"after", agreement_json(study.after)}}},
        {"held_out", {{"before", agreement_json(study.before)}, {"after", agreement_json(study.held_out_after)}}}}}};
}

}  // namespace phusong::report
