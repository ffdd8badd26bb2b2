#include "sim/coverage/ray_reader.h"

#include <cmath>

namespace phusong::coverage {

RayReader::RayReader(const gis::Terrain& terrain, const scenario::Options& options,
                     const std::vector<double>& row_latitude_deg)
    : terrain_(terrain, options), ray_sampler_(terrain_), own_sampler_(terrain_), row_latitude_deg_(row_latitude_deg) {}

bool RayReader::start(gis::MapPoint mast, double latitude_deg) {
  clear();
  const auto near = terrain_.terrain().height_near(mast);
  if (!near) return false;
  mast_ = {.position = mast,
           .latitude_deg = latitude_deg,
           .column = terrain_.grid().column_of_x(mast.x_m),
           .row = terrain_.grid().row_of_y(mast.y_m),
           .ground_m = *near,
           .is_void = std::isnan(terrain_.terrain().sample(mast))};
  return true;
}

void RayReader::clear() {
  ray_count_ = 0;
  cells_.clear();
  receivers_.resize(0);
  receivers_.end_of_ray.clear();
  crosses_void_.clear();
}

void RayReader::append(const RayFan& fan, int ray, std::span<const FanCell> cells) {
  const std::size_t first = cells_.size();
  append_receivers(cells);
  if (cells_.size() == first) return;
  if (ray_count_ == rays_.size()) rays_.emplace_back();
  ray_sampler_.read(fan, ray, cells_.back().distance_m, mast_, rays_[ray_count_]);
  const bool own_voids = own_sampler_.read(mast_, std::span(cells_).subspan(first), first, receivers_);
  if (own_voids || ray_sampler_.has_voids()) bridge_voids(first);
  ++ray_count_;
  receivers_.end_of_ray.push_back(cells_.size());
}

void RayReader::append_receivers(std::span<const FanCell> cells) {
  receivers_.resize(cells_.size() + cells.size());
  crosses_void_.resize(cells_.size() + cells.size());
  for (const FanCell& cell : cells) {
    const std::size_t receiver = cells_.size();
    double ground_m = double{terrain_.terrain().ground_m()[terrain_.grid().index(cell.column, cell.row)]};
    const bool is_void = std::isnan(ground_m);
    if (is_void) {
      const auto near = terrain_.terrain().height_near(terrain_.grid().centre_of(cell.column, cell.row));
      if (!near) continue;
      ground_m = *near;
    }
    const double row_latitude_deg = row_latitude_deg_[static_cast<std::size_t>(cell.row)];
    receivers_.distance_km[receiver] = cell.distance_m / 1000.0;
    receivers_.ground_m[receiver] = ground_m;
    receivers_.latitude_deg[receiver] = 0.5 * (mast_.latitude_deg + row_latitude_deg);
    crosses_void_[receiver] = is_void ? 1 : 0;
    cells_.push_back(cell);
  }
  receivers_.resize(cells_.size());
  crosses_void_.resize(cells_.size());
}

void RayReader::bridge_voids(std::size_t first) {
  const propagation::sweep::Ray& ray = rays_[ray_count_];
  for (std::size_t receiver = first; receiver < cells_.size(); ++receiver) {
    int& last_on_ray = receivers_.last_ray_sample[receiver];
    const auto before = static_cast<std::size_t>(last_on_ray);
    // Void samples right before the own ones are left out: the line to the receiver's own ground bridges them.
    last_on_ray = ray_sampler_.last_known(before);
    const bool own_voids = bridge_own_samples(ray, receiver, receivers_);
    if (own_voids || ray_sampler_.crosses_void(before)) crosses_void_[receiver] = 1;
  }
}

}  // namespace phusong::coverage
