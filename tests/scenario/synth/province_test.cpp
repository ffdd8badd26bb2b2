#include "sim/scenario/synth/province.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

#include "gis/terrain.h"
#include "sim/scenario/synth/spaced_points.h"

using namespace phusong;
using namespace phusong::synth;

namespace {

Options small_province() {
  return {.size_km = 16.0, .cell_m = 80.0, .hamlets = 40, .masts = 9, .seed = 3};
}

Province made(const Options& options) {
  return make_province(options, gis::WorkingCrs(options.crs));
}

gis::Terrain terrain_of(const Province& province) {
  return gis::Terrain(province.grid, {province.heights_m.begin(), province.heights_m.end()});
}

// Line of sight on the bilinear ground, every 25 m, over an earth of 4/3 radius: computed otherwise than the generator
// does when it places the masts.
bool sees(const gis::Terrain& terrain, const network::Site& site, const network::Hamlet& hamlet) {
  const double length_m = std::sqrt(squared_distance_m2(site.position, hamlet.position));
  const double mast_m = *terrain.height_at(site.position) + site.mast_height_m - 2.0;
  const double phone_m = *terrain.height_at(hamlet.position) + 1.5;
  for (double d_m = 25.0; d_m < length_m - 25.0; d_m += 25.0) {
    const double t = d_m / length_m;
    const gis::MapPoint point{site.position.x_m + t * (hamlet.position.x_m - site.position.x_m),
                              site.position.y_m + t * (hamlet.position.y_m - site.position.y_m)};
    const double curvature_m = d_m * (length_m - d_m) / (2.0 * 8495000.0);
    if (*terrain.height_at(point) + curvature_m > mast_m + t * (phone_m - mast_m)) return false;
  }
  return true;
}

}  // namespace

TEST_CASE("the same seed makes the same province, another seed another one") {
  const Province first = made(small_province()), second = made(small_province());
  CHECK(first.heights_m == second.heights_m);
  for (std::size_t i = 0; i < first.settlements.hamlets.size(); ++i) {
    CHECK(first.settlements.hamlets[i].position.x_m == second.settlements.hamlets[i].position.x_m);
    CHECK(first.settlements.hamlets[i].name == second.settlements.hamlets[i].name);
  }
  Options other = small_province();
  other.seed = 4;
  CHECK(made(other).heights_m != first.heights_m);
}

TEST_CASE("more masts do not move the hamlets") {
  Options more = small_province();
  more.masts = 20;
  const Province few = made(small_province()), many = made(more);
  for (std::size_t i = 0; i < few.settlements.hamlets.size(); ++i)
    CHECK(few.settlements.hamlets[i].position.y_m == many.settlements.hamlets[i].position.y_m);
  CHECK(many.stations.sites.size() == 20);
}

TEST_CASE("the province is as large as asked for and centred where asked") {
  const Options options = small_province();
  const Province province = made(options);
  const gis::WorkingCrs crs(options.crs);
  const gis::MapPoint centre = crs.to_map(options.centre);
  CHECK(province.grid.columns == 200);
  CHECK(province.grid.rows == 200);
  CHECK(std::abs(0.5 * (province.grid.left_m + province.grid.right_m()) - centre.x_m) <= 40.0);
  CHECK(std::abs(0.5 * (province.grid.top_m + province.grid.bottom_m()) - centre.y_m) <= 40.0);
  CHECK(province.settlements.hamlets.size() == 40);
  CHECK(province.stations.sites.size() == 9);
}

TEST_CASE("hamlets stand in the valleys and masts above their hamlets") {
  const Province province = made(small_province());
  const gis::Terrain terrain = terrain_of(province);
  const double mean_m = std::accumulate(province.heights_m.begin(), province.heights_m.end(), 0.0) /
                        static_cast<double>(province.heights_m.size());
  double hamlets_m = 0.0, masts_m = 0.0;
  for (const network::Hamlet& hamlet : province.settlements.hamlets)
    hamlets_m += *terrain.height_at(hamlet.position);
  for (const network::Site& site : province.stations.sites)
    masts_m += *terrain.height_at(site.position);
  hamlets_m /= static_cast<double>(province.settlements.hamlets.size());
  masts_m /= static_cast<double>(province.stations.sites.size());
  CHECK(hamlets_m < mean_m - 50.0);
  CHECK(masts_m > hamlets_m + 20.0);
}

TEST_CASE("what a hamlet says of itself is possible") {
  const Province province = made(small_province());
  std::set<std::string> ids, names;
  for (const network::Hamlet& hamlet : province.settlements.hamlets) {
    ids.insert(hamlet.hamlet_id);
    names.insert(hamlet.district + hamlet.commune + hamlet.name);
    CHECK(hamlet.population >= hamlet.households);
    CHECK(hamlet.households > 0);
    CHECK(hamlet.share_2g_only + hamlet.share_3g_only + hamlet.share_volte <= 1.0);
    CHECK(hamlet.share_smartphone <= 1.0);
    CHECK(hamlet.radius_m >= 150.0);
  }
  CHECK(ids.size() == 40);
  CHECK(names.size() == 40);
}

TEST_CASE("every mast carries 4G in three directions, and three operators share the masts") {
  const Province province = made(small_province());
  std::set<std::string> operators, ids;
  for (const network::Site& site : province.stations.sites)
    operators.insert(site.operator_name);
  std::vector<int> sectors_4g(province.stations.sites.size());
  for (const Sector& sector : province.stations.sectors) {
    ids.insert(sector.cell_id);
    if (sector.carrier.technology == network::Technology::k4G) ++sectors_4g[sector.site];
    CHECK(sector.azimuth_deg >= 0);
    CHECK(sector.azimuth_deg < 360);
    CHECK(sector.antenna_height_agl_m == province.stations.sites[sector.site].mast_height_m - 2.0);
  }
  CHECK(operators.size() == 3);
  CHECK(ids.size() == province.stations.sectors.size());
  CHECK(std::ranges::all_of(sectors_4g, [](int sectors) { return sectors == 3; }));
}

TEST_CASE("the masts see most hamlets but not all, and some hamlets near a mast are hidden by terrain") {
  const Province province = made({.cell_m = 80.0, .seed = 1});
  const gis::Terrain terrain = terrain_of(province);
  int seen = 0, hidden_nearby = 0;
  for (const network::Hamlet& hamlet : province.settlements.hamlets) {
    bool is_seen = false, is_near = false;
    for (const network::Site& site : province.stations.sites) {
      const double away_m2 = squared_distance_m2(site.position, hamlet.position);
      is_near = is_near || away_m2 < 4000.0 * 4000.0;
      is_seen = is_seen || (away_m2 < 10000.0 * 10000.0 && sees(terrain, site, hamlet));
    }
    seen += is_seen ? 1 : 0;
    hidden_nearby += is_near && !is_seen ? 1 : 0;
  }
  const double share = seen / static_cast<double>(province.settlements.hamlets.size());
  MESSAGE("share of hamlets that some mast sees: ", share, "; hidden within 4 km of a mast: ", hidden_nearby);
  CHECK(share > 0.5);
  CHECK(share < 0.95);
  CHECK(hidden_nearby >= 5);
}

TEST_CASE("a square too small for its hamlets is refused") {
  CHECK_THROWS_AS(made({.size_km = 4.0, .cell_m = 100.0, .hamlets = 100000, .masts = 1}), std::invalid_argument);
}
