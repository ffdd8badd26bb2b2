#include "sim/analysis/resilience/plan_resilience.h"

#include <doctest/doctest.h>
#include <tbb/global_control.h>

#include <algorithm>
#include <set>

#include "sim/analysis/signal_verdicts.h"
#include "sim/coverage/coverage.h"
#include "sim/planning/make_plan.h"
#include "sim/planning/plan_scenario.h"
#include "tests/planning/plan_world.h"

using namespace phusong;
using analysis::PlanPart;
using analysis::PlanPartKind;
using coverage::Status;
using planning::StationPlan;

namespace {

/// A plan that covers all hamlets between the ridges by masts of 60 m on them. The mast that is there, 600 m high, sees
/// the ridges in the west; from that in the east traffic has to hop.
struct PlannedValleys {
  scenario::Scenario scenario = tests::valleys_and_candidates();
  gis::Terrain terrain = tests::ridged_terrain();
  StationPlan plan;

  PlannedValleys() {
    scenario.network.sites.front().mast_height_m = 600.0;
    scenario.options.plan.target.hamlet_share = 1.0;
    scenario.options.plan.mast_heights_m = {60.0};
    scenario.options.backhaul.max_hop_km = 10.0;
    scenario.options.backhaul.vegetation_m = 0.0;
    scenario.plan_tables.costs.push_back({.item = "mast_60m", .unit = "", .cost_million_vnd = 300.0});
    for (scenario::CostItem& item : scenario.plan_tables.costs) {
      if (item.item == "fibre_per_km" || item.item == "satellite_terminal") item.cost_million_vnd = 100000.0;
    }
    scenario.plan_tables.candidates.clear();
    tests::add_candidate(scenario, "south", tests::at(8000, 5000));
    tests::add_candidate(scenario, "north", tests::at(8000, 16500));
    tests::add_candidate(scenario, "east", tests::at(16000, 12000));
    progress::Progress progress;
    plan = std::get<StationPlan>(planning::make_plan(
        scenario, terrain, {.signals_from_dbm = analysis::covering_levels_dbm(scenario.options.service)}, progress));
  }

  std::vector<PlanPart> parts() const {
    progress::Progress progress;
    return analysis::plan_resilience(scenario, terrain, plan, progress);
  }

  /// The hamlets that a coverage run of the network with the plan built lacks without these masts.
  std::vector<std::size_t> lost_by_a_run(const std::set<std::string>& off) const {
    scenario::Scenario built = planning::plan_scenario(scenario);
    planning::add_rows(built, plan.rows);
    for (network::Site& site : built.network.sites) {
      if (off.contains(site.site_id)) site.status = network::SiteStatus::kOff;
    }
    progress::Progress progress;
    const coverage::CoverageResult after = coverage::compute_coverage(built, terrain, {}, progress);
    std::vector<std::size_t> lost;
    for (std::size_t hamlet = 0; hamlet < scenario.network.hamlets.size(); ++hamlet) {
      const Status was = plan.after.verdicts.front()[hamlet].status, is = after.verdicts.front()[hamlet].status;
      if ((was == Status::kCovered && is != Status::kCovered) || (was == Status::kHollow && is == Status::kWhite))
        lost.push_back(hamlet);
    }
    return lost;
  }

  /// A part and the stations that reach fibre over it alone, by following the links of the plan one by one.
  std::set<std::string> off_with(const PlanPart& part) const {
    std::set<std::string> off;
    if (!part.link) off.insert(part.site_id);
    for (const planning::PlannedStation& station : plan.stations) {
      std::string at = station.node.id;
      for (std::size_t hop = 0; hop <= plan.backhaul.links.size(); ++hop) {
        const auto link = std::ranges::find(plan.backhaul.links, at, &planning::BackhaulLink::from);
        if (link == plan.backhaul.links.end()) break;
        const bool is_over =
            part.link ? link->from == part.link->from && link->to == part.link->to : link->to == part.site_id;
        if (is_over) off.insert(station.node.id);
        at = link->to;
      }
    }
    return off;
  }
};

}  // namespace

TEST_CASE("each part of a plan carries what a coverage run without it and all behind it lacks") {
  const PlannedValleys world;
  const std::vector<PlanPart> parts = world.parts();
  REQUIRE(parts.size() ==
          world.plan.stations.size() + world.plan.backhaul.relays.size() + world.plan.backhaul.links.size());
  std::size_t passed_over = 0;
  for (const PlanPart& part : parts) {
    CAPTURE(part.site_id);
    const std::set<std::string> off = world.off_with(part);
    CHECK(part.masts_off == off.size());
    CHECK(part.loss.hamlets == world.lost_by_a_run(off));
    passed_over += off.size() > 1 ? 1 : 0;
  }
  CHECK(passed_over > 0);
  CHECK(!parts.front().loss.hamlets.empty());
}

TEST_CASE("the parts that carry most hamlets come first, then those with most people") {
  const std::vector<PlanPart> parts = PlannedValleys().parts();
  for (std::size_t i = 1; i < parts.size(); ++i) {
    const analysis::Loss &before = parts[i - 1].loss, &now = parts[i].loss;
    CHECK(std::pair(before.hamlets.size(), before.people) >= std::pair(now.hamlets.size(), now.people));
  }
}

TEST_CASE("links that carry hamlets alone have a second path, which shares no mast with the first") {
  const PlannedValleys world;
  std::size_t links = 0;
  for (const PlanPart& part : world.parts()) {
    CAPTURE(part.site_id);
    CHECK(part.second_path.has_value() == (part.kind == PlanPartKind::kLink && !part.loss.hamlets.empty()));
    if (!part.second_path) continue;
    ++links;
    REQUIRE(!part.second_path->links.empty());
    CHECK(part.second_path->links.front().from == part.site_id);
    CHECK(part.second_path->cost().capex_million_vnd > 0.0);
    const std::set<std::string> off = world.off_with(part);
    for (const planning::BackhaulLink& link : part.second_path->links) {
      CHECK(link.to != part.link->to);
      CHECK_FALSE(off.contains(link.to));
    }
  }
  CHECK(links > 0);
}

TEST_CASE("the parts of a plan are the same for any number of threads") {
  const PlannedValleys world;
  const std::vector<PlanPart> many = world.parts();
  const tbb::global_control one_thread(tbb::global_control::max_allowed_parallelism, 1);
  const std::vector<PlanPart> one = world.parts();
  REQUIRE(one.size() == many.size());
  for (std::size_t i = 0; i < one.size(); ++i) {
    CHECK(one[i].site_id == many[i].site_id);
    CHECK(one[i].loss.hamlets == many[i].loss.hamlets);
    REQUIRE(one[i].second_path.has_value() == many[i].second_path.has_value());
    if (one[i].second_path) CHECK(one[i].second_path->links.back().to == many[i].second_path->links.back().to);
  }
}
