#include "sim/analysis/comparison/sunset_comparison.h"

#include "sim/analysis/comparison/pairing.h"

namespace phusong::analysis {
namespace {

void compare_cells(const std::vector<CellSwitchedOff>& a, const std::vector<CellSwitchedOff>& b,
                   SunsetComparison& comparison) {
  for (const auto& [of_a, of_b] : paired(a, b, [](const CellSwitchedOff& cell) { return cell.cell_id; })) {
    if (of_a != nullptr && of_b != nullptr && of_a->period == of_b->period) {
      ++comparison.cells_in_one_period;
      continue;
    }
    const CellSwitchedOff& cell = of_a != nullptr ? *of_a : *of_b;
    CellMove move{cell.cell_id, cell.site_id, cell.operator_name, std::nullopt, std::nullopt};
    if (of_a != nullptr) move.period_a = of_a->period;
    if (of_b != nullptr) move.period_b = of_b->period;
    comparison.moves.push_back(std::move(move));
  }
}

}  // namespace

std::optional<SunsetComparison> compare_sunsets(const std::optional<ComparedSunset>& a,
                                                const std::optional<ComparedSunset>& b) {
  static const ComparedSunset kNoSunset;
  if (!a && !b) return std::nullopt;
  const ComparedSunset& sunset_a = a ? *a : kNoSunset;
  const ComparedSunset& sunset_b = b ? *b : kNoSunset;
  SunsetComparison comparison{.technology_a = sunset_a.technology,
                              .technology_b = sunset_b.technology,
                              .figures = compare_figures(sunset_a.figures, sunset_b.figures),
                              .by_operator = compare_named(sunset_a.by_operator, sunset_b.by_operator),
                              .mhz_freed_a = sunset_a.mhz_freed_by_period,
                              .mhz_freed_b = sunset_b.mhz_freed_by_period};
  compare_cells(sunset_a.cells_off, sunset_b.cells_off, comparison);
  return comparison;
}

}  // namespace phusong::analysis
