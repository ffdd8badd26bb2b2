#include "sim/report/target.h"

#include <algorithm>
#include <cmath>
#include <functional>

#include "sim/coverage/verdict_rules.h"

namespace phusong::report {
namespace {

using coverage::needed_for_share;

TargetDistance hamlet_distance(std::string_view kind, double share, const AreaTotals& area, std::int64_t reached) {
  const std::int64_t needed = needed_for_share(share, std::ssize(area.hamlets));
  return {kind, share, needed, reached, std::max<std::int64_t>(0, needed - reached)};
}

/// The fewest hamlets that bring `people` more: the largest first.
std::int64_t hamlets_for_people(std::vector<std::int64_t> populations, std::int64_t people) {
  std::ranges::sort(populations, std::greater{});
  std::int64_t hamlets = 0;
  for (const std::int64_t population : populations) {
    if (people <= 0) break;
    people -= population;
    ++hamlets;
  }
  return hamlets;
}

std::vector<std::int64_t> populations_not_counted(const AreaTotals& area, const network::Network& network,
                                                  const std::vector<coverage::HamletVerdict>& verdicts,
                                                  bool hollow_counts) {
  std::vector<std::int64_t> populations;
  for (const std::size_t hamlet : area.hamlets) {
    if (!counts(verdicts[hamlet].status, hollow_counts)) populations.push_back(network.hamlets[hamlet].population);
  }
  return populations;
}

TargetDistance population_distance(double share, const AreaTotals& area, std::size_t operator_index,
                                   std::vector<std::int64_t> not_counted) {
  const std::int64_t needed = needed_for_share(share, area.population);
  const std::int64_t reached = area.operators[operator_index].target.people_covered;
  return {"population_share", share, needed, reached, hamlets_for_people(std::move(not_counted), needed - reached)};
}

}  // namespace

std::vector<TargetDistance> distances_to_targets(const AreaTotals& area, const network::Network& network,
                                                 const coverage::CoverageResult& result, std::size_t operator_index,
                                                 const scenario::PlanOptions& plan) {
  const scenario::PlanTarget& target = plan.target;
  const std::int64_t counted = area.operators[operator_index].target.hamlets_counted;
  std::vector<TargetDistance> distances;
  if (target.fixed_broadband_share) {
    distances.push_back(
        hamlet_distance("fixed_broadband_share", *target.fixed_broadband_share, area, area.fixed_broadband_hamlets));
  } else if (target.population_share) {
    distances.push_back(population_distance(
        *target.population_share, area, operator_index,
        populations_not_counted(area, network, result.verdicts[operator_index], plan.hollow_counts)));
  } else if (target.hamlet_share && !target.budget_million_vnd) {
    distances.push_back(hamlet_distance("hamlet_share", *target.hamlet_share, area, counted));
  }
  const bool is_commune = !area.area.commune.empty() && area.area.commune_old.empty();
  if (plan.per_commune_min_share > 0.0 && is_commune)
    distances.push_back(hamlet_distance("per_commune_min_share", plan.per_commune_min_share, area, counted));
  return distances;
}

}  // namespace phusong::report
