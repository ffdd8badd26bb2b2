#include "sim/coverage/ray_sampler.h"

#include <algorithm>
#include <cmath>

#include "sim/coverage/path_sampling.h"

namespace phusong::coverage {
namespace {

/// A ray keeps its distances from one use to the next.
void set_distances(double step_km, std::size_t samples, propagation::sweep::Ray& ray) {
  if (ray.step_km != step_km) ray.distance_km.clear();
  ray.step_km = step_km;
  for (std::size_t i = ray.distance_km.size(); i < samples; ++i)
    ray.distance_km.push_back(static_cast<double>(i) * step_km);
  ray.distance_km.resize(samples);
}

/// A line of places well inside the terrain. Says whether none is beside a void.
PHUSONG_WIDE_BODY bool read_line_wide(const SweptTerrain& terrain, const MastPlace& mast, const CellStep& step,
                                      std::vector<double>& ground_m) {
  PlacesNearCells places;
  InnerHeights::Heights height_m, sum_m{};
  const float columns = static_cast<float>(step.columns), rows = static_cast<float>(step.rows);
  for (std::size_t first = 0; first < ground_m.size(); first += PlacesNearCells::kCount) {
    const double steps = static_cast<double>(first);
    const double column = mast.column + steps * step.columns, row = mast.row + steps * step.rows;
    const int near_column = static_cast<int>(column), near_row = static_cast<int>(row);
    const float column_beyond = static_cast<float>(column - near_column);
    const float row_beyond = static_cast<float>(row - near_row);
    places.cell.fill(static_cast<std::ptrdiff_t>(terrain.grid().index(near_column, near_row)));
    for (std::size_t i = 0; i < PlacesNearCells::kCount; ++i) {
      const float further = static_cast<float>(static_cast<int>(i));
      places.column_offset[i] = column_beyond + further * columns;
      places.row_offset[i] = row_beyond + further * rows;
    }
    const std::size_t count = std::min(PlacesNearCells::kCount, ground_m.size() - first);
    terrain.inner().read_wide(places, count, height_m);
    std::copy_n(height_m.begin(), count, ground_m.begin() + static_cast<std::ptrdiff_t>(first));
    for (std::size_t i = 0; i < count; ++i)
      sum_m[i] += height_m[i];
  }
  return std::ranges::none_of(sum_m, [](float value_m) { return std::isnan(value_m); });
}

bool read_line(const SweptTerrain& terrain, const MastPlace& mast, const CellStep& step,
               std::vector<double>& ground_m) {
  return read_line_wide(terrain, mast, step, ground_m);
}

PHUSONG_AVX2 bool read_line_by_avx2(const SweptTerrain& terrain, const MastPlace& mast, const CellStep& step,
                                    std::vector<double>& ground_m) {
  return read_line_wide(terrain, mast, step, ground_m);
}

}  // namespace

void RaySampler::read(const RayFan& fan, int number, double length_m, const MastPlace& mast,
                      propagation::sweep::Ray& ray) {
  const double step_m = terrain_.grid().cell_size_m;
  const std::size_t samples = interval_count(length_m, step_m);
  const gis::MapPoint first = fan.point_on(number, step_m);
  const CellStep step{(first.x_m - mast.position.x_m) / step_m, (mast.position.y_m - first.y_m) / step_m};
  ray.everywhere = terrain_.zone_elsewhere();
  set_distances(step_m / 1000.0, samples, ray);
  ray.ground_m.resize(samples);
  const auto position = [&](std::size_t i) {
    const double steps = static_cast<double>(i);
    return std::pair{mast.column + steps * step.columns, mast.row + steps * step.rows};
  };
  const auto [last_column, last_row] = position(samples - 1);
  const bool inside = terrain_.inner().holds(mast.column, mast.row) && terrain_.inner().holds(last_column, last_row);
  const bool all_known = inside && read_inside(mast, step, ray.ground_m);
  has_voids_ = mast.is_void;
  ray.ground_m[0] = mast.ground_m;
  for (std::size_t i = 1; i < samples && !all_known; ++i) {
    if (inside && !std::isnan(ray.ground_m[i])) continue;
    const auto [column, row] = position(i);
    ray.ground_m[i] = terrain_.terrain().sample_at(column, row);
    has_voids_ = has_voids_ || std::isnan(ray.ground_m[i]);
  }
  if (has_voids_) bridge(mast.is_void, ray.ground_m);
  read_cover(mast, step, ray);
}

bool RaySampler::read_inside(const MastPlace& mast, const CellStep& step, std::vector<double>& ground_m) const {
  return propagation::wider(read_line, read_line_by_avx2)(terrain_, mast, step, ground_m);
}

void RaySampler::read_cover(const MastPlace& mast, const CellStep& step, propagation::sweep::Ray& ray) const {
  const std::size_t samples = ray.distance_km.size();
  ray.clutter_m.resize(terrain_.adds_clutter() ? samples : 0);
  ray.zone.resize(terrain_.has_zones() ? samples : 0);
  const double cell_m = terrain_.grid().cell_size_m;
  const auto point = [&](std::size_t i) {
    const double metres = static_cast<double>(i) * cell_m;
    return gis::MapPoint{mast.position.x_m + metres * step.columns, mast.position.y_m - metres * step.rows};
  };
  for (std::size_t i = 1; i < ray.clutter_m.size(); ++i)
    ray.clutter_m[i] = terrain_.clutter_at(point(i));
  for (std::size_t i = 0; i < ray.zone.size(); ++i)
    ray.zone[i] = terrain_.zone_at(point(i));
}

void RaySampler::bridge(bool mast_is_void, std::vector<double>& ground_m) {
  voids_up_to_.resize(ground_m.size());
  known_up_to_.resize(ground_m.size());
  known_up_to_[0] = 0;
  voids_up_to_[0] = mast_is_void ? 1 : 0;
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

}  // namespace phusong::coverage
