#include "sim/scenario/synth/province.h"

#include <cmath>

#include "sim/scenario/synth/mast_places.h"
#include "sim/scenario/synth/places.h"
#include "sim/scenario/synth/relief.h"
#include "sim/scenario/synth/sight.h"

namespace phusong::synth {
namespace {

gis::Grid grid_around(gis::MapPoint centre, const Options& options) {
  const auto cells = static_cast<int>(std::lround(options.size_km * 1000.0 / options.cell_m));
  const double half_m = 0.5 * cells * options.cell_m;
  return {.left_m = std::round((centre.x_m - half_m) / options.cell_m) * options.cell_m,
          .top_m = std::round((centre.y_m + half_m) / options.cell_m) * options.cell_m,
          .cell_size_m = options.cell_m,
          .columns = cells,
          .rows = cells};
}

void set_lon_lats(Province& province, const gis::WorkingCrs& crs) {
  for (network::Hamlet& hamlet : province.settlements.hamlets)
    hamlet.lon_lat = crs.to_lon_lat(hamlet.position);
  for (network::Site& site : province.stations.sites)
    site.lon_lat = crs.to_lon_lat(site.position);
}

}  // namespace

Province make_province(const Options& options, const gis::WorkingCrs& crs) {
  Province province;
  province.grid = grid_around(crs.to_map(options.centre), options);
  const Relief relief(static_cast<std::uint64_t>(options.seed));
  province.heights_m = heights_of(relief, province.grid);
  const auto places = hamlet_places(options, relief, province.grid);
  province.settlements = make_settlements(options, places, province.grid);
  const Sight sight(province.grid, province.heights_m);
  const auto masts = mast_places(options, province.settlements, province.grid, sight);
  province.stations = make_stations(options, province.settlements, masts);
  set_lon_lats(province, crs);
  return province;
}

}  // namespace phusong::synth
