#include "sim/planning/steps/years.h"

#include "sim/planning/tolerances.h"

namespace phusong::planning {

std::vector<int> years_of(const std::vector<double>& capex_million_vnd, std::optional<double> budget_per_year) {
  std::vector<int> years;
  int year = 1;
  double left = budget_per_year.value_or(0.0);
  for (const double capex : capex_million_vnd) {
    if (budget_per_year && capex > left + kCostToleranceMillionVnd && left < *budget_per_year) {
      ++year;
      left = *budget_per_year;
    }
    left -= capex;
    years.push_back(year);
  }
  return years;
}

void set_years(std::optional<double> budget_per_year, std::vector<PlanStep>& steps) {
  std::vector<double> capex;
  for (const PlanStep& step : steps)
    capex.push_back(step.cost.capex_million_vnd);
  const std::vector<int> years = years_of(capex, budget_per_year);
  for (std::size_t i = 0; i < steps.size(); ++i)
    steps[i].year = years[i];
}

}  // namespace phusong::planning
