#include "sim/coverage/disc_sweeper.h"

#include <algorithm>
#include <cmath>

#include "propagation/units.h"
#include "sim/coverage/path_sampling.h"

namespace phusong::coverage {
namespace {

/// Enough to fill the kernel's batches, few enough to stay in the caches.
constexpr std::size_t kReceiversAtATime = 1000;

/// The cells within a distance of a point, cut to the grid.
gis::GridWindow window_around(const gis::Grid& grid, gis::MapPoint point, double distance_m) {
  const double cells = distance_m / grid.cell_size_m;
  const auto cut = [](double position, int count) { return static_cast<int>(std::clamp(position, 0.0, count * 1.0)); };
  const int left = cut(std::floor(grid.column_of_x(point.x_m) - cells), grid.columns);
  const int top = cut(std::floor(grid.row_of_y(point.y_m) - cells), grid.rows);
  return {.first_column = left,
          .first_row = top,
          .columns = cut(std::ceil(grid.column_of_x(point.x_m) + cells) + 1.0, grid.columns) - left,
          .rows = cut(std::ceil(grid.row_of_y(point.y_m) + cells) + 1.0, grid.rows) - top};
}

}  // namespace

std::vector<double> row_latitudes_deg(const gis::Grid& grid, const gis::WorkingCrs& crs) {
  std::vector<double> latitudes_deg;
  for (int row = 0; row < grid.rows; ++row) {
    const gis::MapPoint middle{grid.x_of_column(0.5 * (grid.columns - 1)), grid.y_of_row(row)};
    latitudes_deg.push_back(crs.to_lon_lat(middle).lat_deg);
  }
  return latitudes_deg;
}

gis::GridWindow disc_window(const gis::Grid& grid, const Transmitter& transmitter) {
  return window_around(grid, transmitter.position, transmitter.carrier_range_m.front());
}

DiscSweeper::DiscSweeper(const gis::Terrain& terrain, const scenario::Options& options,
                         const std::vector<double>& row_latitude_deg)
    : terrain_(terrain),
      options_(options),
      row_latitude_deg_(row_latitude_deg),
      reader_(terrain, options, row_latitude_deg),
      exact_(terrain, options) {}

bool DiscSweeper::begin(std::span<const Transmitter> antennas) {
  if (antennas_.data() == antennas.data() && antennas_.size() == antennas.size()) return true;
  antennas_ = {};
  const Transmitter& any = antennas.front();
  if (!reader_.start(any.position, any.latitude_deg)) return false;
  antennas_ = antennas;
  fan_.emplace(terrain_.grid(), any.position, any.carrier_range_m.front());
  frequencies_mhz_.clear();
  std::vector<double> heights_m;
  for (const Transmitter& antenna : antennas) {
    heights_m.push_back(antenna.antenna_height_agl_m);
    for (const double frequency_mhz : antenna.frequencies_mhz)
      if (!std::ranges::count(frequencies_mhz_, frequency_mhz)) frequencies_mhz_.push_back(frequency_mhz);
  }
  ray_sweep_ = propagation::sweep::make_ray_sweep({.propagation = options_.propagation.settings,
                                                   .tx_heights_m = heights_m,
                                                   .rx_height_m = options_.propagation.receiver_height_m,
                                                   .frequencies_mhz = frequencies_mhz_});
  return true;
}

void DiscSweeper::sweep(int first_ray, int end_ray, std::span<StoredLosses* const> losses) {
  for (int ray = first_ray; ray < end_ray;) {
    reader_.clear();
    for (; ray < end_ray && reader_.cells().size() < kReceiversAtATime; ++ray)
      read(ray);
    if (reader_.cells().empty()) continue;
    ray_sweep_->compute(reader_.rays(), reader_.receivers(), ray_losses_);
    for (std::size_t a = 0; a < antennas_.size(); ++a)
      store_rays(a, *losses[a]);
  }
}

void DiscSweeper::read(int ray) {
  fan_->cells_of(ray, cells_);
  const auto far_enough =
      std::ranges::find_if(cells_, [](const FanCell& cell) { return cell.distance_m >= kShortPathM; });
  cells_.erase(cells_.begin(), far_enough);
  reader_.append(*fan_, ray, cells_);
}

void DiscSweeper::store_rays(std::size_t antenna, StoredLosses& losses) {
  const std::vector<FanCell>& cells = reader_.cells();
  const Transmitter& transmitter = antennas_[antenna];
  const propagation::sweep::RayLosses& swept = ray_losses_[antenna];
  places_.resize(cells.size());
  for (std::size_t i = 0; i < cells.size(); ++i)
    places_[i] = losses.index(cells[i].column, cells[i].row);
  losses.set_paths(places_, swept.departure_rad, reader_.crosses_void());
  // Ranges fall from one frequency to the next.
  double reach_m = fan_->range_m();
  for (std::size_t f = 0; f < transmitter.frequencies_mhz.size(); ++f) {
    if (transmitter.carrier_range_m[f] < reach_m) {
      reach_m = transmitter.carrier_range_m[f];
      for (std::size_t i = 0; i < cells.size(); ++i)
        if (cells[i].distance_m > reach_m) places_[i] = StoredLosses::kNowhere;
    }
    const auto at = std::ranges::find(frequencies_mhz_, transmitter.frequencies_mhz[f]) - frequencies_mhz_.begin();
    losses.set_losses(places_, f, swept.loss_db[static_cast<std::size_t>(at)]);
  }
}

void DiscSweeper::fill_short_paths(std::span<StoredLosses* const> losses) {
  for (std::size_t a = 0; a < antennas_.size(); ++a)
    fill_short_paths(antennas_[a], *losses[a]);
}

void DiscSweeper::fill_short_paths(const Transmitter& transmitter, StoredLosses& losses) {
  const gis::Grid& grid = terrain_.grid();
  const gis::GridWindow near = intersection(window_around(grid, transmitter.position, kShortPathM), losses.window());
  std::vector<double> losses_db(transmitter.frequencies_mhz.size());
  PathEnds ends{.mast = transmitter.position,
                .mast_height_m = transmitter.antenna_height_agl_m,
                .receiver_height_m = options_.propagation.receiver_height_m};
  for (int row = near.first_row; row < near.first_row + near.rows; ++row) {
    ends.latitude_deg = 0.5 * (transmitter.latitude_deg + row_latitude_deg_[static_cast<std::size_t>(row)]);
    for (int column = near.first_column; column < near.first_column + near.columns; ++column) {
      ends.receiver = grid.centre_of(column, row);
      const double distance_m = gis::distance_m(ends.mast, ends.receiver);
      if (distance_m >= kShortPathM) continue;
      const auto frequencies_mhz = transmitter.frequencies_within(distance_m);
      PathGeometry path;
      if (!exact_.evaluate(ends, frequencies_mhz, path, losses_db)) continue;
      const std::size_t at = losses.index(column, row);
      losses.set_path(at, path.departure_deg, path.crosses_void);
      for (std::size_t f = 0; f < frequencies_mhz.size(); ++f)
        losses.set_loss(at, f, losses_db[f]);
    }
  }
}

}  // namespace phusong::coverage
