#pragma once

#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "gis/crs.h"
#include "propagation/sweep/ray_sweep.h"
#include "sim/coverage/path_engine.h"
#include "sim/coverage/ray_reader.h"
#include "sim/coverage/stored_losses.h"
#include "sim/coverage/transmitters.h"

namespace phusong::coverage {

/// Sweeps rays of one mast after another over the terrain, for all antennas that share its disc (see share_disc())
/// in one pass. Holds scratch space: one a thread.
class DiscSweeper {
 public:
  DiscSweeper(const gis::Terrain& terrain, const scenario::Options& options,
              const std::vector<double>& row_latitude_deg);

  /// Turns to a mast; false where it is off the terrain. The antennas must outlive their use here.
  bool begin(std::span<const Transmitter> antennas);
  bool begin(const Transmitter& only) { return begin(std::span(&only, 1)); }
  int ray_count() const { return fan_->ray_count(); }
  /// Cells of `losses`, one an antenna and of the disc's window, that the rays first … end − 1 serve. What is too near
  /// for the model is left out.
  void sweep(int first_ray, int end_ray, std::span<StoredLosses* const> losses);
  void sweep(int first_ray, int end_ray, StoredLosses& losses) {
    StoredLosses* const only = &losses;
    sweep(first_ray, end_ray, std::span(&only, 1));
  }
  /// Cells too near for the model, by the rule for short paths.
  void fill_short_paths(std::span<StoredLosses* const> losses);

 private:
  void read(int ray);
  void store_rays(std::size_t antenna, StoredLosses& losses);
  void fill_short_paths(const Transmitter& transmitter, StoredLosses& losses);

  const gis::Terrain& terrain_;
  const scenario::Options& options_;
  const std::vector<double>& row_latitude_deg_;
  std::span<const Transmitter> antennas_;
  std::vector<double> frequencies_mhz_;  ///< of all antennas, each once
  std::optional<RayFan> fan_;
  RayReader reader_;
  PathEngine exact_;
  std::unique_ptr<propagation::sweep::RaySweep> ray_sweep_;
  std::vector<propagation::sweep::RayLosses> ray_losses_;
  std::vector<FanCell> cells_;
  std::vector<std::size_t> places_;  ///< in the losses, a cell of the reader
};

/// Latitude at the middle of each row of a grid; a row's latitudes differ by less than 0.01°.
std::vector<double> row_latitudes_deg(const gis::Grid& grid, const gis::WorkingCrs& crs);

/// The cells within a transmitter's range, as a window of the grid.
gis::GridWindow disc_window(const gis::Grid& grid, const Transmitter& transmitter);

}  // namespace phusong::coverage
