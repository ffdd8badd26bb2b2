#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/analysis/comparison/figure.h"

namespace phusong::analysis {

/// A cell that a schedule switches off.
struct CellSwitchedOff {
  std::string cell_id, site_id, operator_name;
  int period = 0;
};

/// A sunset as its files have it.
struct ComparedSunset {
  std::string technology;
  FigureValues figures;
  std::vector<NamedFigureValues> by_operator;
  std::vector<double> mhz_freed_by_period;  ///< from period 1 on
  std::vector<CellSwitchedOff> cells_off;
};

/// A cell that goes off in one period of A and another of B; nothing where it does not go off.
struct CellMove {
  std::string cell_id, site_id, operator_name;
  std::optional<int> period_a, period_b;
};

struct SunsetComparison {
  std::string technology_a, technology_b;  ///< empty: the run has no sunset
  std::vector<Figure> figures;
  std::vector<NamedFigures> by_operator;
  std::vector<double> mhz_freed_a, mhz_freed_b;  ///< by period, from 1 on
  std::size_t cells_in_one_period = 0;           ///< cells that go off in the same period in both
  std::vector<CellMove> moves;
};

/// Nothing where neither run has a sunset.
std::optional<SunsetComparison> compare_sunsets(const std::optional<ComparedSunset>& a,
                                                const std::optional<ComparedSunset>& b);

}  // namespace phusong::analysis
