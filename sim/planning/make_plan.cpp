#include "sim/planning/make_plan.h"

#include <algorithm>
#include <stdexcept>

#include "sim/coverage/verdict_rules.h"
#include "sim/planning/broadband/broadband_model.h"
#include "sim/planning/candidate_costs.h"
#include "sim/planning/candidates/candidate_set.h"
#include "sim/planning/full_bound.h"
#include "sim/planning/goal/selection_builder.h"
#include "sim/planning/plan_scenario.h"
#include "sim/planning/plan_steps.h"
#include "sim/planning/station_rows.h"
#include "sim/planning/verify.h"
#include "sim/progress/deadline.h"

namespace phusong::planning {
namespace {

constexpr double kRoundingMillionVnd = 1e-6;  // of sums in another order

/// Makes one plan, stage by stage.
class Planner {
 public:
  Planner(const scenario::Scenario& scenario, const gis::Terrain& terrain, const coverage::CoverageRequest& request,
          progress::Progress& progress)
      : scenario_(scenario), terrain_(terrain), request_(request), progress_(progress), own_(plan_scenario(scenario)) {}

  Plan make() {
    plan_.before = coverage::compute_coverage(own_, terrain_, {.store = request_.store}, progress_);
    if (scenario_.options.plan.target.fixed_broadband_share) {
      plan_broadband_only();
      return std::move(plan_);
    }
    plan_.hamlets_before = hamlets_counted(plan_.before);
    note_places_off_terrain();
    find_useful_candidates();
    const BackhaulFinder finder(scenario_, terrain_, relay_places(plan_.set));
    price_candidates(finder);
    choose_and_connect(finder);
    plan_.steps = plan_steps(scenario_, plan_);
    note_missing_roads();
    note_dear_years();
    plan_.full = full_bound(scenario_, plan_, finder, progress_);
    check();
    return std::move(plan_);
  }

 private:
  const scenario::Scenario& scenario_;
  const gis::Terrain& terrain_;
  coverage::CoverageRequest request_;
  progress::Progress& progress_;
  scenario::Scenario own_;  ///< as the plan's operator sees it
  Plan plan_;
  bool stopped_by_time_ = false;  ///< any choice of stations

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
    plan_.steps = plan_steps(scenario_, plan_);
    note_dear_years();
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

  void price_candidates(const BackhaulFinder& finder) {
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
  }

  /// Chains of their own know nothing of the limit of links at a mast, so that what is built may cost more than what
  /// was chosen. The objective is then that of the plan; a budget is kept by choosing for less.
  void choose_and_connect(const BackhaulFinder& finder) {
    const progress::Deadline deadline(scenario_.options.plan.time_limit_s);
    choose_stations(plan_.problem, deadline);
    connect(finder);
    const covering::Solution first = plan_.selection;
    if (over_budget_million_vnd() > 0.0) choose_for_less(finder, deadline);
    plan_.reached = plan_.selection.reached;
    take_bound_of(first, deadline);
    if (!plan_.problem.goal.budget_capex) own_up_to_cost();
    judge_gap();
  }

  void choose_for_less(const BackhaulFinder& finder, const progress::Deadline& deadline) {
    constexpr int kMostAttempts = 6;
    const double capex = plan_.cost.capex_million_vnd;
    covering::Problem problem = plan_.problem;
    for (int attempt = 0; attempt < kMostAttempts && over_budget_million_vnd() > 0.0; ++attempt) {
      double& budget = problem.goal.budget_capex.value();
      budget = std::max(0.0, budget - over_budget_million_vnd());
      choose_stations(problem, deadline);
      connect(finder);
    }
    while (over_budget_million_vnd() > 0.0) {
      leave_out_dearest();
      connect(finder);
    }
    plan_.notes.push_back({.kind = PlanNote::Kind::kChosenForLess, .million_vnd = capex});
  }

  void leave_out_dearest() {
    std::vector<covering::OptionIndex>& built = plan_.selection.built;
    built.erase(std::ranges::max_element(
        built, {}, [this](covering::OptionIndex option) { return plan_.costs[option].cost().capex_million_vnd; }));
    plan_.selection.objective = covering::value_of(plan_.problem, built);
    take_stations();
  }

  /// More than nothing where the plan breaks it.
  double over_budget_million_vnd() const {
    const auto& budget = plan_.problem.goal.budget_capex;
    const double over = budget ? plan_.cost.capex_million_vnd - *budget : 0.0;
    return over > kRoundingMillionVnd ? over : 0.0;
  }

  /// The bound of the first choice holds for what came of it. Where it kept the minimum of communes and what came of it
  /// does not, the bound is one without that minimum.
  void take_bound_of(const covering::Solution& first, const progress::Deadline& deadline) {
    covering::Solution& selection = plan_.selection;
    selection.bound = first.bound;
    selection.goal_instead = first.goal_instead;
    if (first.reached == selection.reached) return;
    covering::Problem free = plan_.problem;
    free.goal.least_hamlets_of_commune.clear();
    selection.bound = covering::solve(free, settings(deadline), progress_).bound;
    selection.goal_instead = free.goal;
  }

  void own_up_to_cost() {
    const double more = plan_.cost.objective_million_vnd(scenario_.options.plan.opex_years) - plan_.selection.objective;
    if (more <= kRoundingMillionVnd) return;
    plan_.notes.push_back({.kind = PlanNote::Kind::kLinksCostMore, .million_vnd = more});
    plan_.selection.objective += more;
  }

  /// Once more, where the choice was for something else than what is built.
  void judge_gap() {
    covering::Solution& selection = plan_.selection;
    const double gap = covering::gap_of(selection.objective, selection.bound);
    const bool is_wider = gap > selection.gap;
    selection.gap = gap;
    if (stopped_by_time_) {
      selection.stopped_by = "time";
    } else if (is_wider) {
      selection.stopped_by = gap <= scenario_.options.plan.gap ? "gap" : "work";
    }
  }

  covering::Settings settings(const progress::Deadline& deadline) const {
    const scenario::PlanOptions& options = scenario_.options.plan;
    return {.gap = options.gap, .time_limit_s = deadline.left_s(), .seed = options.seed};
  }

  void choose_stations(const covering::Problem& problem, const progress::Deadline& deadline) {
    plan_.selection = covering::solve(problem, settings(deadline), progress_);
    stopped_by_time_ = stopped_by_time_ || plan_.selection.stopped_by == "time";
    take_stations();
  }

  void take_stations() {
    plan_.stations.clear();
    for (const covering::OptionIndex option : plan_.selection.built) {
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
    plan_.cost = {};
    for (const SiteCostLine& row : plan_.cost_lines) {
      plan_.cost.capex_million_vnd += row.line.cost_million_vnd();
      plan_.cost.opex_million_vnd_per_year += row.line.opex_million_vnd_per_year();
    }
  }

  void note_missing_roads() {
    const auto has_no_road = [this](const PlannedStation& station) {
      return !plan_.set.site_of(plan_.set.candidates[station.candidate]).road_km.has_value();
    };
    const auto count = std::ranges::count_if(plan_.stations, has_no_road);
    if (count > 0) plan_.notes.push_back({.kind = PlanNote::Kind::kNoRoads, .count = static_cast<std::size_t>(count)});
  }

  void note_dear_years() {
    const auto& budget = scenario_.options.plan.budget_per_year;
    if (!budget) return;
    const auto dear = std::ranges::count_if(
        plan_.steps, [&](const PlanStep& step) { return step.cost.capex_million_vnd > *budget + kRoundingMillionVnd; });
    if (dear > 0) {
      plan_.notes.push_back(
          {.kind = PlanNote::Kind::kDearYears, .count = static_cast<std::size_t>(dear), .million_vnd = *budget});
    }
  }

  /// Places that the user named and that have no ground to stand on.
  void note_places_off_terrain() {
    const scenario::PlanTables& tables = scenario_.plan_tables;
    const auto note = [this](PlanNote::Kind kind, const std::string& id, gis::MapPoint position) {
      if (!terrain_.height_near(position)) plan_.notes.push_back({.kind = kind, .id = id});
    };
    for (const scenario::CandidatePlace& place : tables.candidates)
      note(PlanNote::Kind::kCandidateOffTerrain, place.candidate_id, place.position);
    for (const network::Site& site : scenario_.network.sites) {
      if (site.status == network::SiteStatus::kCandidate)
        note(PlanNote::Kind::kSiteOffTerrain, site.site_id, site.position);
    }
  }

  void check() {
    scenario::Scenario built = own_;
    add_rows(built, plan_.rows);
    plan_.after = coverage::compute_coverage(built, terrain_, request_, progress_);
    plan_.hamlets_after = hamlets_counted(plan_.after);
    plan_.built_cells = std::move(built.network.cells);
    std::string text;
    for (const std::string& what : disagreements(scenario_, terrain_, plan_))
      text += "\n  " + what;
    if (!text.empty()) throw std::logic_error("the plan does not stand its check:" + text);
  }
};

}  // namespace

milp::Model model_of_bound(const scenario::Scenario& scenario, const Plan& plan) {
  if (plan.broadband) {
    return broadband_model(plan.broadband->problem,
                           plan.broadband->cost_per_km.objective_million_vnd(scenario.options.plan.opex_years));
  }
  covering::Problem problem = plan.problem;
  if (plan.selection.goal_instead) problem.goal = *plan.selection.goal_instead;
  return covering::model_of(problem);
}

Plan make_plan(const scenario::Scenario& scenario, const gis::Terrain& terrain,
               const coverage::CoverageRequest& request, progress::Progress& progress) {
  return Planner(scenario, terrain, request, progress).make();
}

}  // namespace phusong::planning
