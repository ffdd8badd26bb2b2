#include "sim/sunset/radio/signals.h"

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <tuple>

#include "sim/coverage/cell_levels.h"
#include "sim/coverage/hamlet_points.h"
#include "sim/coverage/level_correction.h"
#include "sim/coverage/point_path_loss.h"
#include "sim/coverage/service_quality.h"
#include "sim/sunset/radio/band.h"

namespace phusong::sunset {
namespace {

/// Turns the path losses of one mast into signals.
class SignalReader {
 public:
  SignalReader(const scenario::Scenario& scenario, const gis::Terrain& terrain, const std::vector<network::Cell>& cells,
               const std::vector<coverage::SamplePoint>& points)
      : options_(scenario.options),
        cells_(cells),
        points_(points),
        quality_(terrain, scenario.options),
        correction_(terrain, scenario.options) {}

  std::vector<Signal> read(const coverage::Transmitter& transmitter, const coverage::PointLosses& losses) const {
    std::vector<Signal> signals;
    for (std::size_t path = 0; path < losses.paths.size(); ++path) {
      const coverage::SamplePoint& at = points_[losses.paths[path].point];
      const gis::MapPoint mast = transmitter.position;
      const double distance_m = gis::distance_m(mast, at.position());
      const double azimuth_deg = coverage::grid_azimuth_deg(mast, at.position());
      for (const coverage::TransmitterCell& from : transmitter.cells) {
        if (distance_m > from.max_range_m) continue;
        const double loss_db = losses.loss_db_of(path)[from.carrier] + from.building_entry_db;
        const network::Cell& cell = cells_[from.cell];
        const double attenuation_db = cell.antenna.attenuation_db(azimuth_deg, losses.paths[path].departure_deg);
        const double level_dbm =
            coverage::level_of(cell, attenuation_db, loss_db, correction_.total_db(cell, mast, at.position()))
                .level_dbm;
        const Signal signal{.cell = static_cast<std::uint32_t>(from.cell),
                            .point = losses.paths[path].point,
                            .level_dbm = level_dbm,
                            .covers = covers(from.cell, at, level_dbm)};
        if (signal.covers || is_in_the_way(cells_[from.cell], level_dbm)) signals.push_back(signal);
      }
    }
    return signals;
  }

 private:
  const scenario::Options& options_;
  const std::vector<network::Cell>& cells_;
  const std::vector<coverage::SamplePoint>& points_;
  coverage::ServiceQuality quality_;
  coverage::LevelCorrection correction_;

  bool covers(std::size_t cell, const coverage::SamplePoint& at, double level_dbm) const {
    return quality_.probability(cells_[cell], at.position(), level_dbm) >= options_.service.location_probability;
  }

  bool is_in_the_way(const network::Cell& cell, double level_dbm) const {
    const scenario::SunsetOptions& sunset = options_.sunset;
    return level_dbm > sunset.guard_level_dbm &&
           shares_channels(cell, sunset.refarm.frequency_mhz, sunset.refarm.bandwidth_mhz);
  }
};

std::vector<coverage::Transmitter> transmitters_of(const scenario::Scenario& scenario, const gis::Terrain& terrain,
                                                   const std::vector<network::Cell>& cells) {
  network::Network network = scenario.network;
  network.cells = cells;
  std::vector<std::size_t> off_terrain;
  return coverage::transmitters_on_air(network, terrain, {network::kTechnologies.begin(), network::kTechnologies.end()},
                                       scenario.options, off_terrain);
}

std::vector<coverage::ReceiverPoint> receivers_at(const std::vector<coverage::SamplePoint>& points) {
  std::vector<coverage::ReceiverPoint> receivers;
  receivers.reserve(points.size());
  for (const coverage::SamplePoint& point : points)
    receivers.push_back(coverage::receiver_at(point));
  return receivers;
}

}  // namespace

Signals compute_signals(const scenario::Scenario& scenario, const NewCells& new_cells, SignalGround ground,
                        progress::Progress& progress) {
  const gis::Terrain& terrain = ground.terrain;
  Signals result{.points = std::move(ground.points), .signals = {}};
  const std::vector<network::Cell> cells = all_cells(scenario.network, new_cells).cells;
  const std::vector<coverage::Transmitter> transmitters = transmitters_of(scenario, terrain, cells);
  const std::vector<coverage::ReceiverPoint> receivers = receivers_at(result.points);
  const coverage::PointPathLoss paths(terrain, scenario.options, ground.store);
  const SignalReader reader(scenario, terrain, cells, result.points);
  std::vector<std::vector<Signal>> parts(transmitters.size());
  progress.begin("signals", transmitters.size());
  tbb::parallel_for(tbb::blocked_range<std::size_t>(0, transmitters.size(), 1), [&](const auto& range) {
    for (std::size_t i = range.begin(); i < range.end(); ++i) {
      parts[i] = reader.read(transmitters[i], paths.compute(transmitters[i], receivers, progress));
      progress.advance(1);
    }
  });
  for (std::vector<Signal>& part : parts) {
    result.signals.insert(result.signals.end(), part.begin(), part.end());
    part = {};
  }
  std::ranges::sort(result.signals, [](const Signal& a, const Signal& b) {
    return std::tie(a.cell, a.point) < std::tie(b.cell, b.point);
  });
  return result;
}

}  // namespace phusong::sunset
