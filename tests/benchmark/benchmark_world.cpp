#include "tests/benchmark/benchmark_world.h"

#include <algorithm>
#include <cmath>

#include "gis/terrain_reader.h"

namespace phusong::tests {
namespace {

/// Ridges on ridges: each octave is half as long and 0.55 times as high as the one before.
float mountains_m(double x_m, double y_m) {
  double height_m = 700.0, strength_m = 380.0, per_m = 6.283 / 24'000.0;
  for (int octave = 0; octave < 9; ++octave, strength_m *= 0.55, per_m *= 2.0) {
    const double turn = 1.3 * octave;
    const double u = std::cos(turn) * x_m + std::sin(turn) * y_m, v = std::cos(turn) * y_m - std::sin(turn) * x_m;
    height_m += strength_m * std::sin(u * per_m + 0.7 * octave) * std::cos(v * per_m * 0.8 + octave);
  }
  return static_cast<float>(std::max(height_m, 20.0));
}

gis::MapPoint summit_near_middle(const gis::Terrain& terrain) {
  const gis::Grid& grid = terrain.grid();
  int best_column = grid.columns / 2, best_row = grid.rows / 2;
  const auto height_m = [&](int column, int row) { return terrain.ground_m()[grid.index(column, row)]; };
  for (int row = grid.rows / 2 - 15; row < grid.rows / 2 + 15; ++row) {
    for (int column = grid.columns / 2 - 15; column < grid.columns / 2 + 15; ++column) {
      if (height_m(column, row) > height_m(best_column, best_row)) {
        best_column = column;
        best_row = row;
      }
    }
  }
  const gis::MapPoint centre = grid.centre_of(best_column, best_row);
  return {centre.x_m + 0.3 * grid.cell_size_m, centre.y_m + 0.1 * grid.cell_size_m};
}

}  // namespace

BenchmarkWorld made_world(double cell_size_m, double range_km) {
  const int cells = static_cast<int>(2'200.0 * range_km / cell_size_m);
  const gis::Grid grid{.left_m = 5e5, .top_m = 2.5e6, .cell_size_m = cell_size_m, .columns = cells, .rows = cells};
  std::vector<float> ground_m;
  for (int row = 0; row < cells; ++row) {
    for (int column = 0; column < cells; ++column)
      ground_m.push_back(mountains_m(column * cell_size_m, row * cell_size_m));
  }
  return {gis::WorkingCrs("EPSG:32648"), gis::Terrain(grid, std::move(ground_m))};
}

BenchmarkWorld read_world(const std::string& elevation, double cell_size_m) {
  gis::WorkingCrs crs("EPSG:32648");
  gis::Terrain terrain = gis::read_terrain({.elevation = {elevation}, .cell_size_m = cell_size_m}, crs);
  return {std::move(crs), std::move(terrain)};
}

coverage::Transmitter mast_in(const BenchmarkWorld& world, const std::vector<double>& frequencies_mhz,
                              double range_km) {
  const gis::MapPoint mast = summit_near_middle(world.terrain);
  return {.position = mast,
          .latitude_deg = world.crs.to_lon_lat(mast).lat_deg,
          .antenna_height_agl_m = 40.0,
          .frequencies_mhz = frequencies_mhz,
          .carrier_range_m = std::vector<double>(frequencies_mhz.size(), range_km * 1000.0)};
}

}  // namespace phusong::tests
