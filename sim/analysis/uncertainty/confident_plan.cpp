#include "sim/analysis/uncertainty/confident_plan.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <tuple>
#include <utility>

#include "sim/analysis/uncertainty/uncertainty.h"
#include "sim/coverage/verdict_rules.h"
#include "sim/planning/make_plan.h"
#include "sim/planning/plan_scenario.h"

namespace phusong::analysis {
namespace {

/// Draws that plans are chosen by: a probability of 0.9 is known to 0.005 then.
constexpr int kChoiceDraws = 4000;
/// Standard errors that a plan must be above the probability asked for: one in twenty that are below it are taken for
/// above. Of many plans the cheapest that seems to hold is else often one that does not.
constexpr double kErrorsAbove = 1.645;
/// How much higher the thresholds that plans are made for are. Greater ones are left out once one brings nothing.
constexpr std::array kMarginsDb = {0.0, 1.0, 2.0, 4.0, 6.0};
/// Plans for one threshold at most.
constexpr int kMostPlansPerMargin = 5;

/// A plan as it was made, with what the draws say of it.
struct Trial {
  planning::StationPlan plan;
  scenario::Scenario made_for;
  double margin_db = 0.0;
  std::int64_t planned_for = 0;
  double objective_million_vnd = 0.0;
  double holds = 0.0;             ///< part of the draws in which the target of the scenario holds
  std::int64_t counted_with = 0;  ///< hamlets or people that count in as many draws as are demanded
};

/// The part of the draws in which the target must hold, for a plan to be taken.
double demanded_for(double asked, int draws) {
  return std::min(1.0, asked + kErrorsAbove * std::sqrt(asked * (1.0 - asked) / draws));
}

/// The greatest number that count in at least this part of the draws.
std::int64_t counted_with(const CoverageOdds& odds, double probability, int draws) {
  std::int64_t at_least = 0;
  for (auto count = odds.counted.rbegin(); count != odds.counted.rend(); ++count) {
    at_least += count->second;
    if (static_cast<double>(at_least) >= probability * draws) return count->first;
  }
  return 0;
}

/// Everything that can count: hamlets, or people.
std::int64_t total_of(const scenario::Scenario& scenario, const DrawTarget& target) {
  if (!target.of_people) return std::ssize(scenario.network.hamlets);
  std::int64_t people = 0;
  for (const network::Hamlet& hamlet : scenario.network.hamlets)
    people += hamlet.population;
  return people;
}

/// Searches the plans for the cheapest that holds.
class ConfidentSearch {
 public:
  ConfidentSearch(const scenario::Scenario& scenario, const gis::Terrain& terrain,
                  const coverage::CoverageRequest& request, progress::Progress& progress)
      : scenario_(scenario),
        terrain_(terrain),
        request_(request),
        progress_(progress),
        target_(draw_target(scenario).value()),
        asked_(scenario.options.plan.target.confidence.value()),
        demanded_(demanded_for(asked_, kChoiceDraws)),
        choice_{.draws = kChoiceDraws, .seed = draw_settings(scenario).seed},
        check_{.draws = draw_settings(scenario).draws, .seed = draw_settings(scenario).seed + 1} {
    request_.signals_from_dbm = uncertain_levels_dbm(scenario);
  }

  ConfidentPlan find(bool keep_as_made) {
    Trial by_medians = try_plan(0.0, target_.needed);
    const PlanPrice price_by_medians = price_of(by_medians, by_medians.plan);
    drop_signals(by_medians);
    Trial best = by_medians;
    for (const double margin_db : kMarginsDb) {
      const bool held = holds(best);
      const double objective_before = best.objective_million_vnd;
      search_margin(margin_db, by_medians, best);
      if (margin_db > 0.0 && held && best.objective_million_vnd >= objective_before) break;
    }
    ConfidentPlan result{.plan = in_terms_of_scenario(best), .confidence = {}, .as_made = {}};
    result.confidence = {.asked = asked_,
                         .demanded = demanded_,
                         .reached = holds(best),
                         .plan = price_of(best, result.plan),
                         .by_medians = price_by_medians,
                         .by_medians_reached = by_medians.plan.outcome.reached,
                         .margin_db = best.margin_db,
                         .planned_for = best.planned_for,
                         .choice = choice_,
                         .check = check_,
                         .plans_tried = tried_};
    if (keep_as_made) result.as_made = PlanAsMade{std::move(best.made_for), std::move(best.plan)};
    return result;
  }

 private:
  const scenario::Scenario& scenario_;
  const gis::Terrain& terrain_;
  coverage::CoverageRequest request_;
  progress::Progress& progress_;
  DrawTarget target_;
  double asked_;
  double demanded_;  ///< of the draws that plans are chosen by
  DrawSettings choice_, check_;
  int tried_ = 0;

  bool holds(const Trial& trial) const { return trial.holds >= demanded_; }

  /// Whether one plan is to be had rather than another: one that holds before any that does not, then the cheaper; of
  /// those that do not hold the one that holds more often.
  bool is_better(const Trial& one, const Trial& other) const {
    if (holds(one) != holds(other)) return holds(one);
    if (holds(one)) return one.objective_million_vnd < other.objective_million_vnd;
    return std::tuple(one.holds, -one.objective_million_vnd) > std::tuple(other.holds, -other.objective_million_vnd);
  }

  scenario::Scenario made_for(double margin_db, std::int64_t count) const {
    scenario::Scenario scenario = scenario_;
    for (double& threshold_dbm : scenario.options.service.threshold_dbm.values)
      threshold_dbm += margin_db;
    const double share = static_cast<double>(count) / static_cast<double>(total_of(scenario_, target_));
    scenario::PlanTarget& target = scenario.options.plan.target;
    (target_.of_people ? target.population_share : target.hamlet_share) = share;
    return scenario;
  }

  Trial try_plan(double margin_db, std::int64_t count) {
    ++tried_;
    coverage::CoverageRequest of_trials = request_;
    of_trials.keep_levels = false;
    Trial trial{.plan = {}, .made_for = made_for(margin_db, count), .margin_db = margin_db, .planned_for = count};
    trial.plan = std::get<planning::StationPlan>(planning::make_plan(trial.made_for, terrain_, of_trials, progress_));
    trial.objective_million_vnd = trial.plan.outcome.cost.objective_million_vnd(scenario_.options.plan.opex_years);
    const CoverageOdds odds = plan_odds(scenario_, terrain_, trial.plan, choice_, progress_).after;
    trial.holds = odds.target_holds.value_or(0.0);
    trial.counted_with = counted_with(odds, demanded_, choice_.draws);
    return trial;
  }

  /// Signals are the most of what a plan holds, and the draws alone need them.
  static void drop_signals(Trial& trial) { trial.plan.after.signals = {}; }

  /// `plan`: that of the trial with its signals.
  PlanPrice price_of(const Trial& trial, const planning::StationPlan& plan) const {
    const CoverageOdds odds = plan_odds(scenario_, terrain_, plan, check_, progress_).after;
    return {.cost = trial.plan.outcome.cost,
            .objective_million_vnd = trial.objective_million_vnd,
            .chosen_by = trial.holds,
            .checked = odds.target_holds.value_or(0.0)};
  }

  /// Looks for the fewest hamlets (or people) to plan for with which the target holds. By how many the draws count too
  /// many or too few is a good guess of how many fewer or more to plan for; the middle where it leads out of what is
  /// left.
  void search_margin(double margin_db, const Trial& by_medians, Trial& best) {
    const std::int64_t total = total_of(scenario_, target_);
    const std::int64_t step = target_.of_people ? std::max<std::int64_t>(1, total / 1000) : 1;
    std::int64_t too_few = -1;
    std::int64_t enough = total + 1;
    std::int64_t count = holds(best) ? best.planned_for : target_.needed;
    for (int plans = 0; plans < kMostPlansPerMargin && too_few + step < enough; ++plans) {
      const bool is_first = margin_db == 0.0 && plans == 0;
      Trial trial = is_first ? by_medians : try_plan(margin_db, count);
      drop_signals(trial);
      const bool is_enough = holds(trial);
      const bool is_end = ends_search(trial, best);
      const std::int64_t guess = count + target_.needed - trial.counted_with;
      if (is_better(trial, best)) best = std::move(trial);
      if (is_end) return;
      (is_enough ? enough : too_few) = count;
      count = is_enough ? std::min(guess, count - step) : std::max(guess, count + step);
      if (count <= too_few || count >= enough) count = too_few + (enough - too_few) / 2;
    }
  }

  /// Whether planning for more, or fewer, cannot help: a plan that reaches no more stays the same whatever is asked of
  /// it, one that builds nothing cannot cost less, and planning for more than one that is too dear is dearer.
  bool ends_search(const Trial& trial, const Trial& best) const {
    if (holds(trial)) return trial.plan.stations.empty();
    return !trial.plan.outcome.reached || (holds(best) && trial.objective_million_vnd >= best.objective_million_vnd);
  }

  /// The coverage without and with the plan by the thresholds of the scenario, and its goal. The steps and the coverage
  /// of candidates stay those that the plan was made for.
  planning::StationPlan in_terms_of_scenario(const Trial& trial) const {
    planning::StationPlan plan = trial.plan;
    scenario::Scenario built = planning::plan_scenario(scenario_);
    plan.before = coverage::compute_coverage(built, terrain_, {.store = request_.store}, progress_);
    planning::add_rows(built, plan.rows);
    plan.after = coverage::compute_coverage(built, terrain_, request_, progress_);
    plan.outcome.before = reach_of(plan.before);
    plan.outcome.after = reach_of(plan.after);
    plan.outcome.reached = holds(trial);
    plan.goal.needed = static_cast<double>(target_.needed);
    std::erase_if(plan.outcome.unserved,
                  [&](const planning::UnservedHamlet& unserved) { return counts(plan.after, unserved.hamlet); });
    for (planning::UnservedHamlet& unserved : plan.outcome.unserved) {
      const coverage::HamletVerdict& verdict = plan.after.verdicts.front()[unserved.hamlet];
      unserved.status = verdict.status;
      unserved.share = verdict.share;
      if (unserved.missing_db) *unserved.missing_db -= trial.margin_db;
    }
    return plan;
  }

  bool counts(const coverage::CoverageResult& coverage, std::size_t hamlet) const {
    return coverage::counts(coverage.verdicts.front()[hamlet].status, scenario_.options.plan.hollow_counts);
  }

  planning::Reach reach_of(const coverage::CoverageResult& coverage) const {
    planning::Reach reach;
    for (std::size_t hamlet = 0; hamlet < scenario_.network.hamlets.size(); ++hamlet) {
      if (!counts(coverage, hamlet)) continue;
      ++reach.hamlets;
      reach.people += scenario_.network.hamlets[hamlet].population;
    }
    return reach;
  }
};

}  // namespace

ConfidentPlan plan_with_confidence(const scenario::Scenario& scenario, const gis::Terrain& terrain,
                                   const coverage::CoverageRequest& request, bool keep_as_made,
                                   progress::Progress& progress) {
  return ConfidentSearch(scenario, terrain, request, progress).find(keep_as_made);
}

}  // namespace phusong::analysis
