#include "sim/planning/make_plan.h"

#include <algorithm>
#include <stdexcept>

#include "sim/coverage/verdict_rules.h"
#include "sim/planning/candidate_costs.h"
#include "sim/planning/candidates/candidate_set.h"
#include "sim/planning/full_bound.h"
#include "sim/planning/goal/selection_builder.h"
#include "sim/planning/plan_scenario.h"
#include "sim/planning/plan_steps.h"
#include "sim/planning/station_rows.h"
#include "sim/planning/verify.h"

namespace phusong::planning {
namespace {

/// Makes one plan, stage by stage.
class Planner {
 public:
  Planner(const scenario::Scenario& scenario, const gis::Terrain& terrain, const coverage::CoverageRequest& request,
          coverage::Progress& progress)
      : scenario_(scenario), terrain_(terrain), request_(request), progress_(progress), own_(plan_scenario(scenario)) {}

  Plan make() {
    plan_.before = compute_coverage(own_, terrain_, {.store = request_.store}, progress_);
    if (scenario_.options.plan.target.fixed_broadband_share) {
      plan_broadband_only();
      return std::move(plan_);
    }
    plan_.hamlets_before = hamlets_counted(plan_.before);
    find_useful_candidates();
    const BackhaulFinder finder(scenario_, terrain_, relay_places(plan_.set));
    choose_stations(finder);
    connect(finder);
    plan_.full = full_bound(scenario_, plan_, finder, progress_);
    check();
    return std::move(plan_);
  }

 private:
  const scenario::Scenario& scenario_;
  const gis::Terrain& terrain_;
  coverage::CoverageRequest request_;
  coverage::Progress& progress_;
  scenario::Scenario own_;  ///< as the plan's operator sees it
  Plan plan_;

  std::size_t hamlets_counted(const coverage::CoverageResult& result) const {
    return static_cast<std::size_t>(
        std::ranges::count_if(result.verdicts.front(), [this](const coverage::HamletVerdict& verdict) {
          return coverage::counts(verdict.status, scenario_.options.plan.hollow_counts);
        }));
  }

  void plan_broadband_only() {
    plan_.broadband = plan_broadband(scenario_, progress_);
    plan_.hamlets_before = plan_.broadband->hamlets_before;
    plan_.hamlets_after = plan_.broadband->hamlets_after;
    plan_.reached = plan_.broadband->reached;
    plan_.cost = plan_.broadband->cost;
    plan_.after = plan_.before;
    plan_.built_cells = own_.network.cells;
    for (const BackhaulLink& link : plan_.broadband->links) {
      plan_.backhaul.links.push_back(link);
      for (const CostLine& line : link.cost_lines)
        plan_.cost_lines.push_back({.site_id = link.from, .line = line});
    }
  }

  void find_useful_candidates() {
    plan_.need = need_of(plan_.before, scenario_.options.plan);
    plan_.set = find_candidates(scenario_, terrain_, plan_.need);
    plan_.matrix = coverage_matrix(
        {.scenario = scenario_, .terrain = terrain_, .need = plan_.need, .set = plan_.set, .store = request_.store},
        progress_);
    std::erase_if(plan_.set.candidates, [this](const Candidate& candidate) {
      return std::ranges::all_of(candidate.technologies, [&](network::Technology technology) {
        return plan_.matrix.points_of(candidate, technology).empty();
      });
    });
  }

  void choose_stations(const BackhaulFinder& finder) {
    const scenario::PlanOptions& options = scenario_.options.plan;
    plan_.costs = candidate_costs(scenario_, plan_.set, finder, progress_);
    std::vector<Cost> costs;
    for (const CandidateCost& cost : plan_.costs)
      costs.push_back(cost.cost());
    plan_.problem = selection_problem({.scenario = scenario_,
                                       .today = plan_.before,
                                       .need = plan_.need,
                                       .set = plan_.set,
                                       .matrix = plan_.matrix,
                                       .costs = costs});
    plan_.selection = select(
        plan_.problem, {.gap = options.gap, .time_limit_s = options.time_limit_s, .seed = options.seed}, progress_);
    plan_.reached = plan_.selection.reached;
    for (const OptionIndex option : plan_.selection.built) {
      plan_.stations.push_back(
          {.candidate = option, .node = backhaul_node(plan_.set.site_of(plan_.set.candidates[option]))});
    }
  }

  void connect(const BackhaulFinder& finder) {
    std::vector<BackhaulNode> nodes;
    std::vector<BackhaulChain> chains;
    for (const PlannedStation& station : plan_.stations) {
      nodes.push_back(station.node);
      chains.push_back(plan_.costs[station.candidate].chain);
    }
    plan_.backhaul = share_backhaul(finder, nodes, chains, progress_);
    plan_.rows = new_rows(scenario_, plan_);
    plan_.cost_lines = cost_lines_of(plan_);
    for (const SiteCostLine& row : plan_.cost_lines) {
      plan_.cost.capex_million_vnd += row.line.cost_million_vnd();
      plan_.cost.opex_million_vnd_per_year += row.line.opex_million_vnd_per_year();
    }
    plan_.steps = plan_steps(scenario_, plan_);
    note_missing_roads();
  }

  void note_missing_roads() {
    const auto has_no_road = [this](const PlannedStation& station) {
      return !plan_.set.site_of(plan_.set.candidates[station.candidate]).road_km.has_value();
    };
    const auto count = std::ranges::count_if(plan_.stations, has_no_road);
    if (count > 0) {
      plan_.notes.push_back(std::to_string(count) +
                            " new stations without road_km: no access road is counted for them");
    }
  }

  void check() {
    scenario::Scenario built = own_;
    add_rows(built, plan_.rows);
    plan_.after = compute_coverage(built, terrain_, request_, progress_);
    plan_.hamlets_after = hamlets_counted(plan_.after);
    plan_.built_cells = std::move(built.network.cells);
    std::string text;
    for (const std::string& what : disagreements(scenario_, terrain_, plan_))
      text += "\n  " + what;
    if (!text.empty()) throw std::logic_error("the plan does not stand its check:" + text);
  }
};

}  // namespace

Plan make_plan(const scenario::Scenario& scenario, const gis::Terrain& terrain,
               const coverage::CoverageRequest& request, coverage::Progress& progress) {
  return Planner(scenario, terrain, request, progress).make();
}

}  // namespace phusong::planning
