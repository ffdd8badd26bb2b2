#include "sim/report/plan/unserved.h"

#include <algorithm>
#include <set>

#include "propagation/normal.h"
#include "sim/coverage/service_quality.h"
#include "sim/coverage/verdict_rules.h"
#include "sim/optimisation/covering/problem/value.h"
#include "sim/report/cell_values.h"
#include "sim/report/plan/plan_wording.h"

namespace phusong::report {
namespace {

using coverage::HamletVerdict;
using gis::ColumnType;

/// Explains one hamlet after the other.
class Unserved {
 public:
  explicit Unserved(const PlanData& data)
      : data_(data),
        plan_(data.plan),
        words_(plan_wording(data.scenario.options.report.language)),
        all_built_(plan_.problem.options.size(), true) {}

  UnservedHamlet explain(std::size_t hamlet) const {
    const std::size_t candidates = plan_.broadband ? 0 : candidates_covering(hamlet);
    return {.hamlet = hamlet,
            .missing_db = missing_db(hamlet),
            .candidates_covering = candidates,
            .reason = reason(hamlet, candidates)};
  }

 private:
  const PlanData& data_;
  const planning::Plan& plan_;
  const PlanWording& words_;
  std::vector<bool> all_built_;

  std::size_t candidates_covering(std::size_t hamlet) const {
    std::set<covering::OptionIndex> options;
    for (const covering::Alternative& way : plan_.problem.hamlets[hamlet].ways)
      for (const covering::DemandPoint& point : way.points)
        for (const auto& layer : point.layers)
          options.insert(layer.begin(), layer.end());
    return options.size();
  }

  std::optional<double> missing_db(std::size_t hamlet) const {
    const HamletVerdict& verdict = plan_.after.verdicts.front()[hamlet];
    const gis::MapPoint centre = data_.scenario.network.hamlets[hamlet].position;
    const scenario::Options& options = data_.scenario.options;
    const coverage::ServiceQuality quality(data_.terrain, options);
    const double deviations = propagation::inverse_complementary_normal(1.0 - options.service.location_probability);
    std::optional<double> least;
    for (const network::Technology technology : options.plan.target.technologies) {
      const coverage::TechnologyVerdict& of = verdict.by_technology[technology];
      if (!of.best_cell || !of.level_dbm) continue;
      const double sigma_db = coverage::total_sigma_db(
          quality.sigma_location_db(plan_.built_cells[*of.best_cell], centre), options.service);
      const double missing = options.service.threshold_dbm[technology] + deviations * sigma_db - *of.level_dbm;
      least = std::min(least.value_or(missing), missing);
    }
    return least;
  }

  std::string_view reason(std::size_t hamlet, std::size_t candidates) const {
    if (plan_.broadband) return plan_.broadband->reached ? words_.not_needed : words_.no_fibre;
    if (plan_.after.verdicts.front()[hamlet].status == coverage::Status::kUnknown) return words_.off_terrain;
    if (candidates == 0) return words_.no_candidate;
    if (!covering::counts(plan_.problem.hamlets[hamlet], all_built_)) return words_.only_part;
    return plan_.problem.goal.budget_capex ? words_.no_budget : words_.not_needed;
  }
};

}  // namespace

std::vector<UnservedHamlet> unserved_hamlets(const PlanData& data) {
  std::vector<UnservedHamlet> hamlets;
  const Unserved unserved(data);
  if (data.plan.broadband) {
    for (const std::size_t hamlet : data.plan.broadband->hamlets_without)
      hamlets.push_back(unserved.explain(hamlet));
    return hamlets;
  }
  for (std::size_t i = 0; i < data.scenario.network.hamlets.size(); ++i) {
    if (!coverage::counts(data.plan.after.verdicts.front()[i].status, data.options().hollow_counts))
      hamlets.push_back(unserved.explain(i));
  }
  return hamlets;
}

gis::OutputTable unserved_table(const PlanData& data, const std::vector<UnservedHamlet>& hamlets) {
  gis::OutputTable table{.name = "unserved",
                         .columns = {{"hamlet_id", ColumnType::kText},
                                     {"status", ColumnType::kText},
                                     {"share", ColumnType::kReal},
                                     {"missing_db", ColumnType::kReal},
                                     {"candidates_covering", ColumnType::kInteger},
                                     {"reason", ColumnType::kText}},
                         .rows = {}};
  for (const UnservedHamlet& hamlet : hamlets) {
    const HamletVerdict& verdict = data.plan.after.verdicts.front()[hamlet.hamlet];
    table.rows.push_back({data.scenario.network.hamlets[hamlet.hamlet].hamlet_id, std::string(name_of(verdict.status)),
                          ratio(verdict.share), decibels(hamlet.missing_db),
                          static_cast<std::int64_t>(hamlet.candidates_covering), std::string(hamlet.reason)});
  }
  return table;
}

}  // namespace phusong::report
