#pragma once

#include <string>

#include "sim/analysis/calibration/calibration_study.h"
#include "sim/scenario/measurements_table.h"
#include "sim/scenario/scenario.h"

namespace phusong::report {

/// A calibration with what it was made from. All must outlive it.
struct CalibrationReport {
  const scenario::Scenario& scenario;
  const scenario::Measurements& measurements;
  const analysis::CalibrationSettings& settings;
  const analysis::CalibrationStudy& study;

  const std::string& language() const { return scenario.options.report.language; }
  const analysis::Compared& compared(std::size_t i) const { return study.compared.used[i]; }
  const scenario::Measurement& measurement(const analysis::Compared& of) const {
    return measurements.rows[of.measurement];
  }
  /// Nothing for a transmitter that is no cell of the scenario.
  const network::Cell* cell_of(const scenario::Measurement& measured) const {
    return measured.cell ? &scenario.network.cells[*measured.cell] : nullptr;
  }
  /// Empty for a class without one.
  std::string class_name(int clutter_class) const;
};

}  // namespace phusong::report
