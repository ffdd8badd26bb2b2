#include "sim/analysis/fixes/cell_settings.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <variant>

namespace phusong::analysis {
namespace {

/// The tilt of the beam below the mounting: over a pattern file whose cut is left as it is, that of the cut.
double beam_tilt_deg(const propagation::Antenna& antenna) {
  const auto* const file = std::get_if<std::shared_ptr<const propagation::MsiPattern>>(&antenna.pattern);
  const bool is_cuts_own = file != nullptr && *file != nullptr && antenna.electrical_tilt_deg == 0.0;
  return is_cuts_own ? (*file)->cut_tilt_deg : antenna.electrical_tilt_deg;
}

std::vector<CellSetting> tilts(const network::Cell& cell, const scenario::AnalysisOptions& limits) {
  std::vector<CellSetting> settings;
  const double from_deg = beam_tilt_deg(cell.antenna);
  const bool has_file = !std::holds_alternative<propagation::ParametricPattern>(cell.antenna.pattern);
  for (double to_deg = std::ceil(limits.tilt_min_deg); to_deg <= limits.tilt_max_deg; to_deg += 1.0) {
    // Over a pattern file 0 would leave the cut's own tilt.
    if (to_deg == from_deg || (has_file && to_deg == 0.0)) continue;
    settings.push_back(
        {.kind = FixKind::kTilt, .from = from_deg, .to = to_deg, .change = std::abs(to_deg - from_deg), .cell = cell});
    settings.back().cell.antenna.electrical_tilt_deg = to_deg;
  }
  return settings;
}

std::vector<CellSetting> azimuths(const network::Cell& cell, const scenario::AnalysisOptions& limits) {
  constexpr double kStepDeg = 5.0;
  std::vector<CellSetting> settings;
  if (!cell.azimuth_true_deg) return settings;
  for (double turn_deg = kStepDeg; turn_deg <= limits.azimuth_change_deg; turn_deg += kStepDeg) {
    for (const double signed_deg : {-turn_deg, turn_deg}) {
      const double to_deg = std::fmod(*cell.azimuth_true_deg + signed_deg + 360.0, 360.0);
      settings.push_back(
          {.kind = FixKind::kAzimuth, .from = *cell.azimuth_true_deg, .to = to_deg, .change = turn_deg, .cell = cell});
      settings.back().cell.azimuth_true_deg = to_deg;
      // From grid north, which the convergence sets apart from true north.
      settings.back().cell.antenna.azimuth_deg = cell.antenna.azimuth_deg + (to_deg - *cell.azimuth_true_deg);
    }
  }
  return settings;
}

std::vector<CellSetting> powers(const network::Cell& cell, const scenario::AnalysisOptions& limits) {
  std::vector<CellSetting> settings;
  for (double rise_db = 1.0; rise_db <= limits.power_rise_db; rise_db += 1.0) {
    settings.push_back({.kind = FixKind::kPower,
                        .from = cell.eirp_dbm,
                        .to = cell.eirp_dbm + rise_db,
                        .change = rise_db,
                        .cell = cell});
    settings.back().cell.eirp_dbm += rise_db;
  }
  return settings;
}

}  // namespace

std::vector<CellSetting> settings_of(const network::Cell& cell, FixKind kind, const scenario::AnalysisOptions& limits) {
  std::vector<CellSetting> settings;
  if (kind == FixKind::kTilt) settings = tilts(cell, limits);
  if (kind == FixKind::kAzimuth) settings = azimuths(cell, limits);
  if (kind == FixKind::kPower) settings = powers(cell, limits);
  std::ranges::stable_sort(settings, {}, &CellSetting::change);
  return settings;
}

}  // namespace phusong::analysis
