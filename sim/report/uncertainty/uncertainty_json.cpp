#include <nlohmann/json.hpp>

#include "sim/report/json_text.h"
#include "sim/report/uncertainty/uncertainty_files.h"

namespace phusong::report {
namespace {

using Json = nlohmann::ordered_json;
using analysis::CoverageOdds;

double share_in_json(double value) {
  return rounded(value, 6);
}

Json target_of_draws(const std::optional<analysis::DrawTarget>& target) {
  if (!target) return nullptr;
  return {{"kind", target->of_people ? "population_share" : "hamlet_share"},
          {"share", target->share},
          {"needed", target->needed}};
}

/// Adds the odds of one state to what names it.
Json with_odds(Json state, const CoverageOdds& odds) {
  state["covered_share_5"] = share_in_json(odds.share_5);
  state["covered_share_50"] = share_in_json(odds.share_50);
  state["covered_share_95"] = share_in_json(odds.share_95);
  state["covered_share_mean"] = share_in_json(odds.share_mean);
  state["target_probability"] = odds.target_holds ? Json(share_in_json(*odds.target_holds)) : Json();
  return state;
}

Json by_operator(const analysis::Uncertainty& uncertainty) {
  Json states = Json::array();
  for (std::size_t i = 0; i < uncertainty.by_operator.size(); ++i)
    states.push_back(with_odds({{"operator", uncertainty.operators[i]}}, uncertainty.by_operator[i]));
  return states;
}

Json of_plan(const std::optional<analysis::PlanOdds>& plan) {
  if (!plan) return nullptr;
  return {{"before", with_odds(Json::object(), plan->before)}, {"after", with_odds(Json::object(), plan->after)}};
}

Json by_period(const std::vector<CoverageOdds>& periods) {
  if (periods.empty()) return nullptr;
  Json states = Json::array();
  for (std::size_t period = 0; period < periods.size(); ++period)
    states.push_back(with_odds({{"period", period}}, periods[period]));
  return states;
}

}  // namespace

std::string uncertainty_json(const UncertaintyData& data) {
  const analysis::Uncertainty& uncertainty = data.uncertainty;
  return json_text({{"draws", uncertainty.settings.draws},
                    {"seed", uncertainty.settings.seed},
                    {"correlation_m", data.scenario.options.analysis.correlation_m},
                    {"hamlets", data.scenario.network.hamlets.size()},
                    {"target", target_of_draws(uncertainty.target)},
                    {"coverage", by_operator(uncertainty)},
                    {"plan", of_plan(uncertainty.plan)},
                    {"sunset", by_period(uncertainty.by_period)}});
}

}  // namespace phusong::report
