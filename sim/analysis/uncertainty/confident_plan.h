#pragma once

#include <cstdint>
#include <optional>

#include "sim/analysis/uncertainty/coverage_odds.h"
#include "sim/coverage/coverage.h"
#include "sim/planning/plan.h"

namespace phusong::analysis {

/// What a plan costs and how often its target holds.
struct PlanPrice {
  planning::Cost cost;
  double objective_million_vnd = 0.0;  ///< capex + opex_years · opex of the plan as built
  double chosen_by = 0.0;              ///< part of the draws that plans are chosen by in which the target holds
  double checked = 0.0;                ///< the same of the draws of another seed
};

/// How a plan was found whose target holds with plan.target.confidence.
struct PlanConfidence {
  double asked = 0.0;
  double demanded = 0.0;           ///< part of the draws that plans are chosen by, somewhat more than `asked`
  bool reached = false;            ///< PlanPrice::chosen_by is at least what is demanded
  PlanPrice plan, by_medians;      ///< the latter with the same target and no confidence
  bool by_medians_reached = true;  ///< its own target
  double margin_db = 0.0;          ///< the plan was made for thresholds so much higher
  std::int64_t planned_for = 0;    ///< and for so many hamlets, or people
  DrawSettings choice, check;
  int plans_tried = 0;

  /// What the plan costs beside the one by medians; less than nothing where the latter is surer than asked for.
  double cost_of_confidence_million_vnd() const {
    return plan.objective_million_vnd - by_medians.objective_million_vnd;
  }
};

/// A plan in the terms that it was made for: what planning::model_of_bound() takes.
struct PlanAsMade {
  scenario::Scenario scenario;
  planning::Plan plan;
};

/// A plan that keeps its target with a probability, in the terms of the scenario.
struct ConfidentPlan {
  planning::StationPlan plan;
  PlanConfidence confidence;
  std::optional<PlanAsMade> as_made;  ///< where asked for
};

/// Finds stations with which the target holds with plan.target.confidence, at the least cost among the plans
/// for other thresholds and other numbers of hamlets (or people): a restriction of the sample average approximation
/// (Kleywegt, Shapiro and Homem-de-Mello, 2002; Luedtke and Ahmed, 2008, for probabilistic constraints), whose cost is
/// an upper bound on that of the cheapest. Where none holds often enough the plan is the one that holds most often. The
/// draws that plans are chosen by are fixed, those that the chosen one is checked on have another seed. `request` as
/// for planning::make_plan(), which is called for each of them. Throws what it throws.
ConfidentPlan plan_with_confidence(const scenario::Scenario& scenario, const gis::Terrain& terrain,
                                   const coverage::CoverageRequest& request, bool keep_as_made,
                                   progress::Progress& progress);

}  // namespace phusong::analysis
