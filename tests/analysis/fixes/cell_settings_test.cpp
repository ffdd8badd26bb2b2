#include "sim/analysis/fixes/cell_settings.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace phusong;
using analysis::CellSetting;
using analysis::FixKind;

namespace {

network::Cell sector() {
  network::Cell cell;
  cell.azimuth_true_deg = 10.0;
  cell.antenna.azimuth_deg = 9.0;
  cell.antenna.electrical_tilt_deg = 3.0;
  cell.eirp_dbm = 60.0;
  return cell;
}

std::vector<double> targets(const std::vector<CellSetting>& settings) {
  std::vector<double> result;
  for (const CellSetting& setting : settings)
    result.push_back(setting.to);
  return result;
}

}  // namespace

TEST_CASE("tilts are whole degrees within the range, the nearest first, without the present one") {
  scenario::AnalysisOptions limits{.tilt_min_deg = 0.5, .tilt_max_deg = 6.0};
  const auto settings = analysis::settings_of(sector(), FixKind::kTilt, limits);
  CHECK(targets(settings) == std::vector{2.0, 4.0, 1.0, 5.0, 6.0});
  for (const CellSetting& setting : settings) {
    CHECK(setting.from == 3.0);
    CHECK(setting.cell.antenna.electrical_tilt_deg == setting.to);
  }
}

TEST_CASE("over a pattern file the tilt is that of the beam, and never the 0 that leaves the cut") {
  network::Cell cell = sector();
  auto pattern = std::make_shared<propagation::MsiPattern>();
  pattern->cut_tilt_deg = 2.0;
  cell.antenna.pattern = std::shared_ptr<const propagation::MsiPattern>(pattern);
  cell.antenna.electrical_tilt_deg = 0.0;
  const auto settings = analysis::settings_of(cell, FixKind::kTilt, {.tilt_min_deg = 0.0, .tilt_max_deg = 4.0});
  CHECK(targets(settings) == std::vector{1.0, 3.0, 4.0});
  CHECK(settings.front().from == 2.0);
}

TEST_CASE("azimuths go either way in steps of five degrees, round the north, grid and true alike") {
  const auto settings = analysis::settings_of(sector(), FixKind::kAzimuth, {.azimuth_change_deg = 17.0});
  CHECK(targets(settings) == std::vector{5.0, 15.0, 0.0, 20.0, 355.0, 25.0});
  for (const CellSetting& setting : settings) {
    const double turned = setting.cell.antenna.azimuth_deg - 9.0 - (setting.to - 10.0);
    CHECK(turned == doctest::Approx(0.0));
    CHECK(setting.cell.azimuth_true_deg == setting.to);
  }
  network::Cell omni = sector();
  omni.azimuth_true_deg.reset();
  CHECK(analysis::settings_of(omni, FixKind::kAzimuth, {}).empty());
}

TEST_CASE("power rises by whole decibels up to what there is to spare") {
  const auto settings = analysis::settings_of(sector(), FixKind::kPower, {.power_rise_db = 2.5});
  CHECK(targets(settings) == std::vector{61.0, 62.0});
  CHECK(settings.back().cell.eirp_dbm == 62.0);
  CHECK(analysis::settings_of(sector(), FixKind::kPower, {.power_rise_db = 0.0}).empty());
}
