#include "sim/analysis/comparison/area_comparison.h"

#include <tuple>

#include "sim/analysis/comparison/pairing.h"

namespace phusong::analysis {
namespace {

std::vector<ServiceComparison> compare_services(const std::vector<ServiceValues>& a,
                                                const std::vector<ServiceValues>& b) {
  static const FigureValues kNone;
  std::vector<ServiceComparison> all;
  const auto key_of = [](const ServiceValues& values) { return std::pair(values.operator_name, values.service); };
  for (const auto& [of_a, of_b] : paired(a, b, key_of)) {
    const ServiceValues& named = of_a != nullptr ? *of_a : *of_b;
    all.push_back({named.operator_name, named.service,
                   compare_figures(of_a != nullptr ? of_a->values : kNone, of_b != nullptr ? of_b->values : kNone)});
  }
  return all;
}

}  // namespace

std::vector<AreaComparison> compare_areas(const std::vector<ComparedArea>& a, const std::vector<ComparedArea>& b) {
  static const ComparedArea kNoArea;
  std::vector<AreaComparison> all;
  const auto key_of = [](const ComparedArea& area) { return std::tuple(area.province, area.district, area.commune); };
  for (const auto& [of_a, of_b] : paired(a, b, key_of)) {
    const ComparedArea& area_a = of_a != nullptr ? *of_a : kNoArea;
    const ComparedArea& area_b = of_b != nullptr ? *of_b : kNoArea;
    const ComparedArea& named = of_a != nullptr ? area_a : area_b;
    all.push_back({.province = named.province,
                   .district = named.district,
                   .commune = named.commune,
                   .in_a = of_a != nullptr,
                   .in_b = of_b != nullptr,
                   .figures = compare_figures(area_a.figures, area_b.figures),
                   .coverage = compare_services(area_a.coverage, area_b.coverage),
                   .targets = compare_named(area_a.targets, area_b.targets)});
  }
  return all;
}

}  // namespace phusong::analysis
