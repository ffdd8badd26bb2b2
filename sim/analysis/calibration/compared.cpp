#include "sim/analysis/calibration/compared.h"

#include <fmt/format.h>
#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>

#include <array>
#include <cmath>
#include <map>
#include <set>
#include <tuple>

#include "propagation/units.h"
#include "sim/coverage/cell_levels.h"
#include "sim/coverage/path_engine.h"
#include "sim/coverage/service_quality.h"

namespace phusong::analysis {
namespace {

using scenario::MeasuredTransmitter;
using scenario::Measurement;

/// Paths of one piece of work: enough to be worth an engine of their own.
constexpr std::size_t kPathsPerPiece = 64;

/// Where the antenna of a measurement stands.
struct MastEnd {
  gis::MapPoint position;
  double latitude_deg = 0.0;
  double antenna_height_agl_m = 0.0;
};

/// A number, and a transmitter that a row has of its own.
using TransmitterKey = std::tuple<std::optional<std::size_t>, double, double, double, double, double>;

TransmitterKey key_of(const Measurement& measured) {
  const MeasuredTransmitter& own = measured.transmitter;
  return {measured.cell, own.lon_deg, own.lat_deg, own.height_m, own.eirp_dbm, own.frequency_mhz};
}

/// Numbers the transmitters that rows have beside the cells of the scenario.
class TransmitterIndex {
 public:
  explicit TransmitterIndex(std::vector<std::optional<std::size_t>>& transmitters) : transmitters_(transmitters) {}

  std::size_t of(const Measurement& measured) {
    const auto [known, is_new] = numbers_.emplace(key_of(measured), transmitters_.size());
    if (is_new) transmitters_.push_back(measured.cell);
    return known->second;
  }

 private:
  std::vector<std::optional<std::size_t>>& transmitters_;
  std::map<TransmitterKey, std::size_t> numbers_;
};

/// Compares the rows of one table.
class MeasurementComparison {
 public:
  MeasurementComparison(const scenario::Scenario& scenario, const gis::Terrain& terrain,
                        const scenario::Measurements& measurements, const MeasurementFilter& filter)
      : scenario_(scenario),
        terrain_(terrain),
        measurements_(measurements),
        filter_(filter),
        quality_(terrain, scenario.options) {
    for (const Measurement& measured : measurements.rows)
      masts_.push_back(mast_of(measured));
  }

  /// Throws gis::InputError.
  void check_places() const {
    gis::Problems problems;
    for (std::size_t i = 0; i < masts_.size(); ++i) {
      const Measurement& measured = measurements_.rows[i];
      if (!terrain_.height_at(measured.position))
        add_problem(measured, "lon_deg", "the receiver is off the terrain or in a void of it", problems);
      if (!terrain_.height_near(masts_[i].position))
        add_problem(measured, measured.cell ? "cell_id" : "tx_lon_deg", "the transmitter is off the terrain", problems);
    }
    problems.throw_if_any();
  }

  ComparedMeasurements compare(progress::Progress& progress) const {
    ComparedMeasurements result;
    TransmitterIndex transmitters(result.transmitters);
    const std::vector<std::optional<LeftOut>> reasons = left_out();
    for (std::size_t i = 0; i < masts_.size(); ++i) {
      const Measurement& measured = measurements_.rows[i];
      if (reasons[i]) {
        result.dropped.push_back({.measurement = i, .reason = *reasons[i]});
        continue;
      }
      const bool is_censored = is_at_floor(measured);
      result.used.push_back({.measurement = i,
                             .measured_db = measured.is_path_loss ? -measured.value
                                            : is_censored         ? *floor_of(measured)
                                                                  : measured.value,
                             .is_censored = is_censored,
                             .transmitter = transmitters.of(measured),
                             .distance_m = distance_m(i),
                             .clutter_class = terrain_.clutter_class_at(measured.position),
                             .sigma_location_db = quality_.sigma_location_db(cell_like(measured), measured.position)});
    }
    predict(result.used, progress);
    return result;
  }

 private:
  const network::Cell* cell_of(const Measurement& measured) const {
    return measured.cell ? &scenario_.network.cells[*measured.cell] : nullptr;
  }

  MastEnd mast_of(const Measurement& measured) const {
    if (const network::Cell* const cell = cell_of(measured)) {
      const network::Site& site = scenario_.network.sites[cell->site];
      return {.position = site.position,
              .latitude_deg = site.lon_lat.lat_deg,
              .antenna_height_agl_m = cell->antenna_height_agl_m};
    }
    const MeasuredTransmitter& own = measured.transmitter;
    return {.position = scenario_.crs.to_map({own.lon_deg, own.lat_deg}),
            .latitude_deg = own.lat_deg,
            .antenna_height_agl_m = own.height_m};
  }

  /// A cell with the frequency of the transmitter, on which the location variability depends.
  network::Cell cell_like(const Measurement& measured) const {
    network::Cell cell;
    cell.frequency_mhz = frequency_mhz(measured);
    return cell;
  }

  double frequency_mhz(const Measurement& measured) const {
    const network::Cell* const cell = cell_of(measured);
    return cell != nullptr ? cell->frequency_mhz : measured.transmitter.frequency_mhz;
  }

  double distance_m(std::size_t i) const { return gis::distance_m(masts_[i].position, measurements_.rows[i].position); }

  void add_problem(const Measurement& measured, const char* key, const char* message, gis::Problems& problems) const {
    const network::Cell* const cell = cell_of(measured);
    const bool is_of_cell = std::string_view(key) == "cell_id";
    problems.add({.file = measurements_.file,
                  .line = measured.row,
                  .key = key,
                  .value = is_of_cell && cell != nullptr ? cell->cell_id : fmt::format("{}", measured.lon_lat.lon_deg),
                  .message = message,
                  .allowed = "ground of [terrain] elevation"});
  }

  std::optional<double> floor_of(const Measurement& measured) const {
    if (measured.is_path_loss) return std::nullopt;
    const network::Cell* const cell = cell_of(measured);
    return cell != nullptr ? std::optional(filter_.noise_floor_dbm[cell->technology]) : filter_.own_floor_dbm;
  }

  bool is_at_floor(const Measurement& measured) const {
    const auto floor_dbm = floor_of(measured);
    return floor_dbm && measured.value <= *floor_dbm;
  }

  std::optional<double> saturation_of(const Measurement& measured) const {
    if (measured.is_path_loss) return std::nullopt;
    const network::Cell* const cell = cell_of(measured);
    return cell != nullptr ? std::optional(filter_.saturation_dbm[cell->technology]) : filter_.own_saturation_dbm;
  }

  std::optional<LeftOut> left_out(std::size_t i) const {
    const Measurement& measured = measurements_.rows[i];
    const double far_m = distance_m(i);
    const auto saturation_dbm = saturation_of(measured);
    if (saturation_dbm && measured.value >= *saturation_dbm) return LeftOut::kSaturated;
    if (far_m < filter_.min_distance_m) return LeftOut::kNearMast;
    const double bearing_error_deg = propagation::degrees_from_radians(std::atan2(filter_.position_error_m, far_m));
    if (bearing_error_deg > filter_.max_bearing_error_deg) return LeftOut::kBearing;
    const network::Cell* const cell = cell_of(measured);
    if (cell != nullptr && far_m > 1000.0 * scenario_.options.propagation.max_range_km[cell->technology])
      return LeftOut::kBeyondRange;
    return std::nullopt;
  }

  /// The measurements that share the offset of a technology, or that of a transmitter of their own.
  TransmitterKey group_of(const Measurement& measured) const {
    const network::Cell* const cell = cell_of(measured);
    if (cell == nullptr) return key_of(measured);
    return {network::index_of(cell->technology), 0.0, 0.0, 0.0, 0.0, 0.0};
  }

  /// The same for all rows. Where none of a group is above the noise floor, its offset has no lower end, and none of
  /// them tells anything.
  std::vector<std::optional<LeftOut>> left_out() const {
    std::vector<std::optional<LeftOut>> reasons;
    std::set<TransmitterKey> heard;
    for (std::size_t i = 0; i < measurements_.rows.size(); ++i) {
      reasons.push_back(left_out(i));
      if (!reasons[i] && !is_at_floor(measurements_.rows[i])) heard.insert(group_of(measurements_.rows[i]));
    }
    for (std::size_t i = 0; i < reasons.size(); ++i)
      if (!reasons[i] && !heard.contains(group_of(measurements_.rows[i]))) reasons[i] = LeftOut::kAllAtFloor;
    return reasons;
  }

  void predict(std::vector<Compared>& used, progress::Progress& progress) const {
    progress.begin("measurements", used.size());
    tbb::parallel_for(tbb::blocked_range<std::size_t>(0, used.size(), kPathsPerPiece), [&](const auto& range) {
      progress.throw_if_stopped();
      coverage::PathEngine engine(terrain_, scenario_.options);
      for (std::size_t i = range.begin(); i < range.end(); ++i)
        used[i].predicted_db = predicted_db(used[i].measurement, engine);
      progress.advance(range.size());
    });
  }

  /// The ends of a path are those that PointPathLoss has.
  double predicted_db(std::size_t i, coverage::PathEngine& engine) const {
    const Measurement& measured = measurements_.rows[i];
    const MastEnd& mast = masts_[i];
    const std::array frequencies_mhz = {frequency_mhz(measured)};
    std::array<double, 1> loss_db{};
    coverage::PathGeometry geometry;
    engine.evaluate({.mast = mast.position,
                     .mast_height_m = mast.antenna_height_agl_m,
                     .receiver = measured.position,
                     .receiver_height_m = measured.receiver_height_m,
                     .latitude_deg = 0.5 * (mast.latitude_deg + measured.lon_lat.lat_deg)},
                    frequencies_mhz, geometry, loss_db);
    if (measured.is_path_loss) return -loss_db[0];
    const network::Cell* const cell = cell_of(measured);
    if (cell == nullptr) return measured.transmitter.eirp_dbm - loss_db[0];
    const double azimuth_deg = coverage::grid_azimuth_deg(mast.position, measured.position);
    return coverage::level_of(*cell, cell->antenna.attenuation_db(azimuth_deg, geometry.departure_deg), loss_db[0], 0.0)
        .level_dbm;
  }

  const scenario::Scenario& scenario_;
  const gis::Terrain& terrain_;
  const scenario::Measurements& measurements_;
  const MeasurementFilter& filter_;
  coverage::ServiceQuality quality_;
  std::vector<MastEnd> masts_;  ///< by measurement
};

}  // namespace

std::string_view name_of(LeftOut reason) {
  switch (reason) {
    case LeftOut::kSaturated:
      return "saturated";
    case LeftOut::kNearMast:
      return "near_mast";
    case LeftOut::kBearing:
      return "bearing";
    case LeftOut::kBeyondRange:
      return "beyond_range";
    case LeftOut::kAllAtFloor:
      return "all_at_floor";
  }
  return "";
}

ComparedMeasurements compare_measurements(const scenario::Scenario& scenario, const gis::Terrain& terrain,
                                          const scenario::Measurements& measurements, const MeasurementFilter& filter,
                                          progress::Progress& progress) {
  const MeasurementComparison comparison(scenario, terrain, measurements, filter);
  comparison.check_places();
  return comparison.compare(progress);
}

}  // namespace phusong::analysis
