#include "sim/coverage/ray_reader.h"

#include <algorithm>
#include <cmath>

#include "sim/coverage/path_engine.h"
#include "sim/coverage/path_sampling.h"

namespace phusong::coverage {

using propagation::sweep::kOwnSamples;

RayReader::RayReader(const gis::Terrain& terrain, const scenario::Options& options,
                     const std::vector<double>& row_latitude_deg)
    : terrain_(terrain),
      inner_(terrain),
      row_latitude_deg_(row_latitude_deg),
      adds_clutter_(terrain.has_clutter() && options.terrain.elevation_kind == "dtm"),
      step_km_(terrain.grid().cell_size_m / 1000.0) {
  ray_.everywhere = options.propagation.zone;
}

bool RayReader::start(gis::MapPoint mast, double latitude_deg) {
  const auto near = terrain_.height_near(mast);
  if (!near) return false;
  mast_ = mast;
  mast_latitude_deg_ = latitude_deg;
  mast_column_ = terrain_.grid().column_of_x(mast.x_m);
  mast_row_ = terrain_.grid().row_of_y(mast.y_m);
  mast_ground_m_ = *near;
  mast_is_void_ = std::isnan(terrain_.sample(mast));
  return true;
}

double RayReader::height_at(double column, double row, bool inside) const {
  if (inside) {
    const double height_m = double{inner_.at(column, row)};
    if (!std::isnan(height_m)) return height_m;
  }
  return terrain_.sample_at(column, row);
}

double RayReader::clutter_at(gis::MapPoint point) const {
  const double clutter_m = terrain_.clutter_at(point);
  return std::isnan(clutter_m) ? 0.0 : clutter_m;
}

void RayReader::read(const RayFan& fan, int ray, const std::vector<FanCell>& cells) {
  cells_.clear();
  receivers_.resize(cells.size());
  crosses_void_.resize(cells.size());
  if (cells.empty()) return;
  read_ray(fan, ray, cells.back().distance_m);
  for (const FanCell& cell : cells)
    if (read_receiver(cell, cells_.size())) cells_.push_back(cell);
  receivers_.resize(cells_.size());
  crosses_void_.resize(cells_.size());
}

void RayReader::read_ray(const RayFan& fan, int ray, double length_m) {
  const double step_m = terrain_.grid().cell_size_m;
  const std::size_t samples = interval_count(length_m, step_m);
  const gis::MapPoint first = fan.point_on(ray, step_m);
  const gis::MapPoint step{first.x_m - mast_.x_m, first.y_m - mast_.y_m};
  const double columns = step.x_m / step_m, rows = -step.y_m / step_m;
  ray_.distance_km.resize(samples);
  ray_.ground_m.resize(samples);
  ray_.clutter_m.resize(adds_clutter_ ? samples : 0);
  ray_.zone.resize(terrain_.has_zones() ? samples : 0);
  if (terrain_.has_zones()) ray_.zone[0] = zone_at(terrain_, mast_, ray_.everywhere);
  ray_.distance_km[0] = 0.0;
  ray_.ground_m[0] = mast_ground_m_;
  const double last = static_cast<double>(samples);
  const bool inside =
      inner_.holds(mast_column_, mast_row_) && inner_.holds(mast_column_ + last * columns, mast_row_ + last * rows);
  for (std::size_t i = 1; i < samples; ++i) {
    const double steps = static_cast<double>(i);
    ray_.distance_km[i] = steps * step_km_;
    ray_.ground_m[i] = height_at(mast_column_ + steps * columns, mast_row_ + steps * rows, inside);
    if (!adds_clutter_ && !terrain_.has_zones()) continue;
    const gis::MapPoint point{mast_.x_m + steps * step.x_m, mast_.y_m + steps * step.y_m};
    if (adds_clutter_) ray_.clutter_m[i] = clutter_at(point);
    if (terrain_.has_zones()) ray_.zone[i] = zone_at(terrain_, point, ray_.everywhere);
  }
  bridge_ray();
}

void RayReader::bridge_ray() {
  std::vector<double>& ground_m = ray_.ground_m;
  voids_up_to_.resize(ground_m.size());
  known_up_to_.resize(ground_m.size());
  known_up_to_[0] = 0;
  voids_up_to_[0] = mast_is_void_ ? 1 : 0;
  std::size_t last_known = 0;
  for (std::size_t i = 1; i < ground_m.size(); ++i) {
    const bool is_void = std::isnan(ground_m[i]);
    voids_up_to_[i] = voids_up_to_[i - 1] + (is_void ? 1 : 0);
    known_up_to_[i] = is_void ? known_up_to_[i - 1] : static_cast<int>(i);
    if (is_void) continue;
    for (std::size_t k = last_known + 1; k < i; ++k) {
      const double t = static_cast<double>(k - last_known) / static_cast<double>(i - last_known);
      ground_m[k] = ground_m[last_known] + t * (ground_m[i] - ground_m[last_known]);
    }
    last_known = i;
  }
}

bool RayReader::read_receiver(const FanCell& cell, std::size_t receiver) {
  const gis::MapPoint at = terrain_.grid().centre_of(cell.column, cell.row);
  double ground_m = double{terrain_.ground_m()[terrain_.grid().index(cell.column, cell.row)]};
  const bool is_void = std::isnan(ground_m);
  if (is_void) {
    const auto near = terrain_.height_near(at);
    if (!near) return false;
    ground_m = *near;
  }
  const std::size_t intervals = interval_count(cell.distance_m, terrain_.grid().cell_size_m);
  const std::size_t before = intervals > kOwnSamples + 1 ? intervals - 1 - kOwnSamples : 0;
  receivers_.distance_km[receiver] = cell.distance_m / 1000.0;
  receivers_.ground_m[receiver] = ground_m;
  receivers_.latitude_deg[receiver] =
      0.5 * (mast_latitude_deg_ + row_latitude_deg_[static_cast<std::size_t>(cell.row)]);
  // Void samples right before the own ones are left out: the line to the receiver's own ground bridges them.
  receivers_.last_ray_sample[receiver] = known_up_to_[before];
  if (terrain_.has_zones()) receivers_.zone[receiver] = zone_at(terrain_, at, ray_.everywhere);
  const bool own_voids = read_own_samples(cell, intervals, receiver);
  crosses_void_[receiver] = is_void || own_voids || voids_up_to_[before] > 0 ? 1 : 0;
  return true;
}

/// Says whether one of them is void.
bool RayReader::read_own_samples(const FanCell& cell, std::size_t intervals, std::size_t receiver) {
  const double per_interval = 1.0 / static_cast<double>(intervals);
  const double columns = cell.column - mast_column_, rows = cell.row - mast_row_;
  const bool inside = inner_.holds(mast_column_, mast_row_) && inner_.holds(cell.column, cell.row);
  bool any_void = false;
  for (std::size_t k = 0; k < kOwnSamples; ++k) {
    const std::size_t i = intervals + k > kOwnSamples ? intervals + k - kOwnSamples : 1;
    const double t = static_cast<double>(std::max<std::size_t>(i, 1)) * per_interval;
    const double ground_m = height_at(mast_column_ + t * columns, mast_row_ + t * rows, inside);
    any_void = any_void || std::isnan(ground_m);
    receivers_.own_distance_km[k][receiver] = t * receivers_.distance_km[receiver];
    receivers_.own_ground_m[k][receiver] = ground_m;
    if (!adds_clutter_ && !terrain_.has_zones()) continue;
    const double cell_m = terrain_.grid().cell_size_m;
    const gis::MapPoint point{mast_.x_m + t * columns * cell_m, mast_.y_m - t * rows * cell_m};
    if (adds_clutter_) receivers_.own_clutter_m[k][receiver] = clutter_at(point);
    if (terrain_.has_zones()) receivers_.own_zone[k][receiver] = zone_at(terrain_, point, ray_.everywhere);
  }
  if (any_void) bridge_own_samples(receiver);
  return any_void;
}

void RayReader::bridge_own_samples(std::size_t receiver) {
  const auto last_on_ray = static_cast<std::size_t>(receivers_.last_ray_sample[receiver]);
  double known_km = ray_.distance_km[last_on_ray], known_m = ray_.ground_m[last_on_ray];
  for (std::size_t k = 0; k < kOwnSamples; ++k) {
    const double at_km = receivers_.own_distance_km[k][receiver];
    double& ground_m = receivers_.own_ground_m[k][receiver];
    if (std::isnan(ground_m)) {
      std::size_t next = k + 1;
      while (next < kOwnSamples && std::isnan(receivers_.own_ground_m[next][receiver]))
        ++next;
      const bool at_receiver = next == kOwnSamples;
      const double next_km =
          at_receiver ? receivers_.distance_km[receiver] : receivers_.own_distance_km[next][receiver];
      const double next_m = at_receiver ? receivers_.ground_m[receiver] : receivers_.own_ground_m[next][receiver];
      ground_m = known_m + (at_km - known_km) / (next_km - known_km) * (next_m - known_m);
    }
    known_km = at_km;
    known_m = ground_m;
  }
}

}  // namespace phusong::coverage
