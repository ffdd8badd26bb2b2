#include "sim/planning/candidates/high_ground.h"

#include <cmath>

namespace phusong::planning {

gis::MapPoint highest_ground(const gis::Terrain& terrain, gis::MapPoint point, double radius_m) {
  const gis::Grid& grid = terrain.grid();
  const double reach = radius_m / grid.cell_size_m;
  const double column_of_point = grid.column_of_x(point.x_m), row_of_point = grid.row_of_y(point.y_m);
  gis::MapPoint best = point;
  double best_m = terrain.sample(point);
  for (int row = static_cast<int>(std::ceil(row_of_point - reach)); row <= row_of_point + reach; ++row) {
    for (int column = static_cast<int>(std::ceil(column_of_point - reach)); column <= column_of_point + reach;
         ++column) {
      if (!grid.has_cell(column, row)) continue;
      if (std::hypot(column - column_of_point, row - row_of_point) > reach) continue;
      const double ground_m = terrain.ground_m()[grid.index(column, row)];
      if (std::isnan(ground_m) || ground_m <= best_m) continue;
      best_m = ground_m;
      best = grid.centre_of(column, row);
    }
  }
  return best;
}

}  // namespace phusong::planning
