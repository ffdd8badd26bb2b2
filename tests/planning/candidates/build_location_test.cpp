#include "sim/planning/candidates/build_location.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <cmath>

#include "tests/planning/plan_world.h"

using namespace phusong;
using namespace phusong::planning;
using namespace phusong::tests;
using Heights = std::vector<double>;

namespace {

/// All hamlets of a scenario.
Need need_of_all(const scenario::Scenario& scenario) {
  Need need;
  for (std::size_t i = 0; i < scenario.network.hamlets.size(); ++i)
    need.hamlets.push_back({.hamlet = i});
  return need;
}

std::vector<std::string> ids_at_hamlets(const scenario::Scenario& scenario, const gis::Terrain& terrain) {
  std::vector<std::string> ids;
  for (const BuildLocation& place : locations_at_hamlets(scenario, terrain, need_of_all(scenario)))
    ids.push_back(place.id);
  return ids;
}

using Ids = std::vector<std::string>;

/// Flat but for a peak of 300 m, 100 m wide, around that place.
gis::Terrain peak_at(double peak_x_m, double peak_y_m) {
  return make_terrain(121, 100.0, [=](double x_m, double y_m) {
    return std::hypot(x_m - peak_x_m, y_m - peak_y_m) < 60.0 ? 300.0F : 100.0F;
  });
}

}  // namespace

TEST_CASE("heights of masts are each taken once, the least first") {
  scenario::PlanOptions plan;
  plan.mast_heights_m = {42.0, 30.0, 42.0, 18.0};
  CHECK(mast_heights_m(plan) == Heights{18.0, 30.0, 42.0});
}

TEST_CASE("a rounded position is what is read back from a table, less than 2 cm away") {
  const gis::WorkingCrs crs("EPSG:32648");
  CHECK(rc::check([&crs] {
    const gis::MapPoint exact = at(*rc::gen::inRange(0, 1000000) * 0.037, *rc::gen::inRange(0, 1000000) * 0.041);
    const RoundedPosition rounded = rounded_position(exact, crs);
    RC_ASSERT(std::hypot(rounded.position.x_m - exact.x_m, rounded.position.y_m - exact.y_m) < 0.02);
    const gis::MapPoint read_back = crs.to_map(rounded.lon_lat);
    RC_ASSERT(read_back.x_m == rounded.position.x_m);
    RC_ASSERT(read_back.y_m == rounded.position.y_m);
    const double steps = rounded.lon_lat.lon_deg * 1e7;
    RC_ASSERT(std::abs(steps - std::round(steps)) < 1e-5);
  }));
}

TEST_CASE("a row of the candidates table has every height of its kind unless it names one") {
  scenario::Scenario scenario = empty_scenario();
  add_candidate(scenario, "mast", at(1000, 1000));
  add_candidate(scenario, "pole", at(2000, 1000), scenario::EquipmentKind::kPole);
  add_candidate(scenario, "named", at(3000, 1000));
  scenario.plan_tables.candidates.back().height_m = 55.0;
  const auto places = locations_of_tables(scenario);
  REQUIRE(places.size() == 3);
  CHECK(places[0].heights_m == Heights{30.0, 42.0});
  CHECK(places[1].heights_m == Heights{12.0});
  CHECK(places[1].kind == StationKind::kPole);
  CHECK(places[2].heights_m == Heights{55.0});
}

TEST_CASE("a site that its table calls a candidate is a place of its own height, with no road told") {
  scenario::Scenario scenario = empty_scenario();
  add_candidate(scenario, "row", at(1000, 1000));
  add_site(scenario, "existing", at(2000, 1000));
  network::Site& site = scenario.network.sites[add_site(scenario, "site", at(3000, 1000))];
  site.status = network::SiteStatus::kCandidate;
  site.type = network::SiteType::kPole;
  const auto places = locations_of_tables(scenario);
  REQUIRE(places.size() == 2);
  CHECK(places[0].road_km.has_value());
  CHECK(places[1].id == "site");
  CHECK(places[1].heights_m == Heights{40.0});
  CHECK(places[1].kind == StationKind::kPole);
  CHECK_FALSE(places[1].road_km.has_value());
}

TEST_CASE("a hamlet on flat ground has a mast and a pole at its centre and none twice in one terrain cell") {
  scenario::Scenario scenario = empty_scenario();
  add_hamlet(scenario, "H", at(5050, 5050));
  CHECK(ids_at_hamlets(scenario, flat_terrain()) == Ids{"N-H-c", "R-H-c"});
  add_hamlet(scenario, "beside", at(5080, 5080));
  CHECK(ids_at_hamlets(scenario, flat_terrain()) == Ids{"N-H-c", "R-H-c"});
  add_hamlet(scenario, "next", at(5150, 5050));
  CHECK(ids_at_hamlets(scenario, flat_terrain()) == Ids{"N-H-c", "R-H-c", "N-next-c", "R-next-c"});
}

TEST_CASE("high ground within 1 km of the centre gets a mast, within the hamlet a pole too") {
  scenario::Scenario scenario = empty_scenario();
  add_hamlet(scenario, "H", at(5050, 5050)).radius_m = 300.0;
  CHECK(ids_at_hamlets(scenario, peak_at(5350, 5050)) == Ids{"N-H-c", "N-H-h", "R-H-c", "R-H-h"});
  CHECK(ids_at_hamlets(scenario, peak_at(5450, 5050)) == Ids{"N-H-c", "N-H-h", "R-H-c"});
  CHECK(ids_at_hamlets(scenario, peak_at(6050, 5050)) == Ids{"N-H-c", "N-H-h", "R-H-c"});
  CHECK(ids_at_hamlets(scenario, peak_at(6150, 5050)) == Ids{"N-H-c", "R-H-c"});
}

TEST_CASE("each cluster of a hamlet has a place for a pole") {
  scenario::Scenario scenario = empty_scenario();
  network::Hamlet& hamlet = add_hamlet(scenario, "H", at(5050, 5050));
  hamlet.clusters = {{.position = at(5050, 5050)}, {.position = at(5250, 5250)}};
  CHECK(ids_at_hamlets(scenario, flat_terrain()) == Ids{"N-H-c", "R-H-c", "R-H-2"});
}

TEST_CASE("hamlets that are not in need and those off the terrain have no places") {
  scenario::Scenario scenario = empty_scenario();
  add_hamlet(scenario, "served", at(5050, 5050));
  CHECK(locations_at_hamlets(scenario, flat_terrain(), Need{}).empty());
  scenario.network.hamlets[0].position = at(-3000, 5050);
  CHECK(ids_at_hamlets(scenario, flat_terrain()).empty());
}

TEST_CASE("a peak that sees a hamlet in need is a place for a mast of any height, marked as a peak") {
  scenario::Scenario scenario = empty_scenario();
  add_hamlet(scenario, "H", at(5050, 3050));
  const auto places = locations_on_peaks(scenario, peak_at(5050, 6050), need_of_all(scenario));
  REQUIRE(places.size() == 1);
  CHECK(places[0].id == "P-505050-2506050");
  CHECK(places[0].is_peak);
  CHECK(places[0].kind == StationKind::kMast);
  CHECK(places[0].heights_m == Heights{30.0, 42.0});
  CHECK(locations_on_peaks(scenario, flat_terrain(), need_of_all(scenario)).empty());
  CHECK(locations_on_peaks(scenario, peak_at(5050, 6050), Need{}).empty());
}
