#include "sim/planning/matrix/coverage_matrix.h"

#include <doctest/doctest.h>

#include "sim/coverage/path_engine.h"
#include "sim/planning/matrix/path_bound.h"
#include "tests/planning/plan_world.h"

using namespace phusong;
using namespace phusong::planning;
using namespace phusong::tests;

TEST_CASE("the bound is never above the exact path loss") {
  const gis::Terrain terrain = ridged_terrain();
  const scenario::Scenario scenario = ridged_scenario();
  coverage::PathEngine engine(terrain, scenario.options);
  PathBound bound(terrain, scenario.options);
  const std::vector<double> frequencies = {700.0, 1842.5, 3500.0};
  std::vector<double> losses(frequencies.size());
  double tightest_db = 1e9;
  for (int i = 0; i < 400; ++i) {
    const coverage::PathEnds ends{.mast = at(500.0 + 57.0 * i, 900.0 + 31.0 * ((i * 7) % 600)),
                                  .mast_height_m = 12.0 + i % 40,
                                  .receiver = at(22000.0 - 53.0 * ((i * 11) % 400), 1000.0 + 52.0 * i),
                                  .receiver_height_m = 1.5,
                                  .latitude_deg = 22.0};
    coverage::PathGeometry geometry;
    if (!engine.evaluate(ends, frequencies, geometry, losses)) continue;
    bound.turn_to(ends);
    for (std::size_t f = 0; f < frequencies.size(); ++f) {
      CHECK(bound.free_space_db(ends, frequencies[f]) <= losses[f]);
      CHECK(bound.at_least_db(frequencies[f]) <= losses[f]);
      tightest_db = std::min(tightest_db, losses[f] - bound.at_least_db(frequencies[f]));
    }
  }
  CHECK(tightest_db < 10.0);
}

TEST_CASE("a point is in the matrix when the coverage stage covers it with the candidate alone") {
  scenario::Scenario scenario = valleys_and_candidates();
  scenario.options.plan.target.hamlet_share = 1.0;
  const gis::Terrain terrain = ridged_terrain();
  const StationPlan plan = make_plan_of(scenario, terrain);
  REQUIRE(plan.candidates.matrix.exact_paths < plan.candidates.matrix.pairs);
  for (std::size_t i = 0; i < plan.candidates.set.candidates.size(); ++i) {
    CAPTURE(plan.candidates.set.candidates[i].candidate_id);
    const auto service = service_with(scenario, terrain, plan, {i});
    const std::vector<std::size_t> covered =
        plan.candidates.matrix.points_of(plan.candidates.set.candidates[i], network::Technology::k4G);
    std::size_t next = 0;
    for (std::size_t point = 0; point < plan.candidates.need.points.size(); ++point) {
      if (plan.candidates.need.service[point][network::Technology::k4G]) continue;
      const bool in_matrix = next < covered.size() && covered[next] == point;
      next += in_matrix ? 1 : 0;
      const coverage::SamplePoint& at_point = plan.candidates.need.points[point];
      CHECK(in_matrix == service.at({at_point.hamlet, at_point.point}));
    }
    CHECK(next == covered.size());
  }
}
