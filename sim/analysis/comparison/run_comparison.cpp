#include "sim/analysis/comparison/run_comparison.h"

#include <algorithm>

#include "sim/analysis/comparison/pairing.h"

namespace phusong::analysis {
namespace {

std::vector<std::string> technology_names(const std::vector<network::Technology>& technologies) {
  std::vector<std::string> names;
  for (const network::Technology technology : technologies)
    names.emplace_back(network::name_of(technology));
  return names;
}

std::vector<network::Technology> common(const std::vector<network::Technology>& a,
                                        const std::vector<network::Technology>& b) {
  std::vector<network::Technology> both;
  std::ranges::copy_if(a, std::back_inserter(both),
                       [&b](network::Technology technology) { return std::ranges::count(b, technology) > 0; });
  return both;
}

std::optional<ResilienceComparison> compare_resilience(const std::optional<ComparedResilience>& a,
                                                       const std::optional<ComparedResilience>& b) {
  static const ComparedResilience kNothing;
  if (!a && !b) return std::nullopt;
  const ComparedResilience& of_a = a ? *a : kNothing;
  const ComparedResilience& of_b = b ? *b : kNothing;
  ResilienceComparison comparison{
      .in_a = a.has_value(), .in_b = b.has_value(), .by_event = compare_named(of_a.by_event, of_b.by_event)};
  const auto key_of = [](const FailureLoss& loss) { return std::pair(loss.event, loss.id); };
  for (const auto& [loss_a, loss_b] : paired(of_a.losses, of_b.losses, key_of)) {
    const FailureLoss& named = loss_a != nullptr ? *loss_a : *loss_b;
    FailureChange change{named.event, named.id, std::nullopt, std::nullopt};
    if (loss_a != nullptr) change.people_lost_a = loss_a->people_lost;
    if (loss_b != nullptr) change.people_lost_b = loss_b->people_lost;
    if (change.people_lost_a != change.people_lost_b) comparison.changes.push_back(std::move(change));
  }
  return comparison;
}

std::optional<UncertaintyComparison> compare_uncertainty(const std::optional<std::vector<NamedFigureValues>>& a,
                                                         const std::optional<std::vector<NamedFigureValues>>& b) {
  static const std::vector<NamedFigureValues> kNothing;
  if (!a && !b) return std::nullopt;
  return UncertaintyComparison{a.has_value(), b.has_value(), compare_named(a ? *a : kNothing, b ? *b : kNothing)};
}

}  // namespace

NameComparison compare_names(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  NameComparison names;
  for (const auto& [of_a, of_b] : paired(a, b, [](const std::string& name) { return name; })) {
    std::vector<std::string>& list = of_b == nullptr ? names.only_a : (of_a == nullptr ? names.only_b : names.compared);
    list.push_back(of_a != nullptr ? *of_a : *of_b);
  }
  return names;
}

RunComparison compare_runs(const ComparedRun& a, const ComparedRun& b) {
  RunComparison comparison{
      .technologies = common(a.technologies, b.technologies),
      .technology_names = compare_names(technology_names(a.technologies), technology_names(b.technologies)),
      .operators = compare_names(a.operators, b.operators),
      .inputs = compare_inputs(a.inputs, b.inputs),
      .options = changed_options(a.options, b.options),
      .total = compare_areas({a.total}, {b.total}).front(),
      .provinces = compare_areas(a.provinces, b.provinces),
      .districts = compare_areas(a.districts, b.districts),
      .communes = compare_areas(a.communes, b.communes),
      .plan = compare_plans(a.plan, b.plan),
      .sunset = compare_sunsets(a.sunset, b.sunset),
      .resilience = compare_resilience(a.resilience, b.resilience),
      .uncertainty = compare_uncertainty(a.uncertainty, b.uncertainty)};
  std::vector<std::string> further = comparison.operators.compared;
  if (a.main_operator == b.main_operator) std::erase(further, a.main_operator);
  comparison.hamlets =
      compare_hamlets(a.hamlets, b.hamlets, {.technologies = comparison.technologies, .operators = std::move(further)});
  return comparison;
}

}  // namespace phusong::analysis
