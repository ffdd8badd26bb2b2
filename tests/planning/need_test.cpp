#include "sim/planning/need.h"

#include <doctest/doctest.h>

using namespace phusong;
using namespace phusong::planning;
using coverage::Status;
using network::Technology;

namespace {

/// Hamlets of these verdicts with so many points each, all of them without service.
coverage::CoverageResult coverage_of(const std::vector<std::pair<Status, int>>& hamlets) {
  coverage::CoverageResult result;
  result.verdicts.emplace_back();
  result.service.emplace_back();
  for (const auto& [status, points] : hamlets) {
    for (int point = 0; point < points; ++point) {
      result.points.push_back({.hamlet = result.verdicts.front().size(), .point = point, .weight = 1.0 / points});
      result.service.front().emplace_back();
    }
    result.verdicts.front().emplace_back();
    result.verdicts.front().back().status = status;
  }
  return result;
}

Need need_today(const coverage::CoverageResult& today, bool hollow_counts = false) {
  scenario::PlanOptions plan;
  plan.hollow_counts = hollow_counts;
  return need_of(today, plan);
}

coverage::PointService served_by(const std::vector<Technology>& technologies) {
  coverage::PointService service;
  for (const Technology technology : technologies)
    service[technology] = true;
  return service;
}

}  // namespace

TEST_CASE("hamlets that do not count are in need, with all of their points one after another") {
  const auto today = coverage_of({{Status::kWhite, 2}, {Status::kCovered, 3}, {Status::kHollow, 1}});
  const Need need = need_today(today);
  REQUIRE(need.hamlets.size() == 2);
  CHECK(need.hamlets[0].hamlet == 0);
  CHECK(need.hamlets[0].first_point == 0);
  CHECK(need.hamlets[0].point_count == 2);
  CHECK(need.hamlets[1].hamlet == 2);
  CHECK(need.hamlets[1].first_point == 2);
  CHECK(need.hamlets[1].point_count == 1);
  CHECK(need.points.size() == 3);
}

TEST_CASE("a hollow hamlet is in need unless the plan lets hollow count") {
  const auto today = coverage_of({{Status::kHollow, 1}, {Status::kWhite, 1}});
  CHECK(need_today(today).hamlets.size() == 2);
  const Need need = need_today(today, true);
  REQUIRE(need.hamlets.size() == 1);
  CHECK(need.hamlets[0].hamlet == 1);
}

TEST_CASE("a hamlet off the terrain has no points and is left out") {
  CHECK(need_today(coverage_of({{Status::kUnknown, 0}})).hamlets.empty());
}

TEST_CASE("a point in need keeps what serves it today") {
  auto today = coverage_of({{Status::kCovered, 1}, {Status::kHollow, 2}});
  today.service.front()[2] = served_by({Technology::k4G});
  const Need need = need_today(today);
  REQUIRE(need.service.size() == 2);
  CHECK_FALSE(need.service[0][Technology::k4G]);
  CHECK(need.service[1][Technology::k4G]);
  CHECK(need.points[1].point == 1);
}

TEST_CASE("any of the target's technologies serves a point, or all of them, as the plan asks") {
  scenario::PlanOptions plan;
  plan.target.technologies = {Technology::k3G, Technology::k4G};
  const auto both = served_by({Technology::k3G, Technology::k4G}), one = served_by({Technology::k4G}),
             another = served_by({Technology::k2G, Technology::k5G});
  plan.combine = scenario::Combine::kAny;
  CHECK(is_served(both, plan));
  CHECK(is_served(one, plan));
  CHECK_FALSE(is_served(another, plan));
  plan.combine = scenario::Combine::kAll;
  CHECK(is_served(both, plan));
  CHECK_FALSE(is_served(one, plan));
}
