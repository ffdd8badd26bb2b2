#pragma once

#include <algorithm>
#include <cmath>
#include <functional>
#include <string>
#include <vector>

#include "gis/terrain.h"
#include "sim/scenario/scenario.h"

namespace phusong::tests {

/// Terrain of `cells` × `cells` cells in EPSG:32648 whose heights are a function of the cell's centre,
/// counted in metres from the grid's south-west corner.
inline gis::Terrain make_terrain(int cells, double cell_size_m, const std::function<float(double, double)>& height_m) {
  const gis::Grid grid{.left_m = 500000.0,
                       .top_m = 2500000.0 + cells * cell_size_m,
                       .cell_size_m = cell_size_m,
                       .columns = cells,
                       .rows = cells};
  std::vector<float> heights;
  for (int row = 0; row < cells; ++row) {
    for (int column = 0; column < cells; ++column) {
      const gis::MapPoint centre = grid.centre_of(column, row);
      heights.push_back(height_m(centre.x_m - 500000.0, centre.y_m - 2500000.0));
    }
  }
  return gis::Terrain(grid, std::move(heights));
}

inline gis::Terrain flat_terrain(int cells = 121, double cell_size_m = 100.0) {
  return make_terrain(cells, cell_size_m, [](double, double) { return 100.0F; });
}

/// Hills a few hundred metres wide; `raise_m` lifts the four cells of the south-west corner.
inline gis::Terrain hills(float raise_m = 0.0F) {
  return make_terrain(121, 100.0, [=](double x_m, double y_m) {
    const bool is_raised = x_m < 200.0 && y_m < 200.0;
    return static_cast<float>(250.0 + 90.0 * std::sin(x_m / 700.0) * std::cos(y_m / 500.0)) +
           (is_raised ? raise_m : 0.0F);
  });
}

/// A position counted in metres from the south-west corner of make_terrain's grid.
inline gis::MapPoint at(double x_m, double y_m) {
  return {500000.0 + x_m, 2500000.0 + y_m};
}

/// A scenario without sites, cells or hamlets.
inline scenario::Scenario empty_scenario() {
  return {.folder = {},
          .options = {},
          .crs = gis::WorkingCrs("EPSG:32648"),
          .terrain_source = {},
          .network = {},
          .inputs = {},
          .notes = {}};
}

inline std::size_t add_site(scenario::Scenario& scenario, const std::string& id, gis::MapPoint position,
                            const std::string& operator_name = "A") {
  network::Network& network = scenario.network;
  network.sites.push_back({.site_id = id,
                           .operator_name = operator_name,
                           .lon_lat = scenario.crs.to_lon_lat(position),
                           .position = position,
                           .mast_height_m = 40.0});
  auto& operators = network.operators;
  if (std::find(operators.begin(), operators.end(), operator_name) == operators.end()) {
    operators.push_back(operator_name);
    std::sort(operators.begin(), operators.end());
  }
  return network.sites.size() - 1;
}

/// An omnidirectional 900 MHz cell at 40 m unless changed afterwards.
inline network::Cell& add_cell(scenario::Scenario& scenario, const std::string& id, std::size_t site,
                               network::Technology technology, double eirp_dbm = 58.0) {
  scenario.network.cells.push_back({.cell_id = id,
                                    .site = site,
                                    .technology = technology,
                                    .frequency_mhz = 900.0,
                                    .bandwidth_mhz = 10.0,
                                    .antenna_height_agl_m = 40.0,
                                    .eirp_dbm = eirp_dbm});
  scenario.network.cells.back().antenna.pattern = propagation::ParametricPattern{.beamwidth_v_deg = 60.0};
  return scenario.network.cells.back();
}

inline network::Hamlet& add_hamlet(scenario::Scenario& scenario, const std::string& id, gis::MapPoint position) {
  network::Hamlet hamlet;
  hamlet.hamlet_id = id;
  hamlet.position = position;
  hamlet.lon_lat = scenario.crs.to_lon_lat(position);
  hamlet.population = 100;
  scenario.network.hamlets.push_back(hamlet);
  return scenario.network.hamlets.back();
}

}  // namespace phusong::tests
