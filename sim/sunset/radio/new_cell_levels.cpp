#include "sim/sunset/radio/new_cell_levels.h"

#include "sim/coverage/coverage.h"

namespace phusong::sunset {

NewCellLevels new_cell_levels(scenario::Scenario scenario, const NewCells& new_cells, const SignalGround& ground,
                              progress::Progress& progress) {
  scenario.network.cells = all_cells({}, new_cells).cells;
  scenario.options.coverage.technologies.clear();
  for (const network::Cell& cell : scenario.network.cells)
    scenario.options.coverage.technologies.push_back(cell.technology);
  coverage::CoverageResult result =
      coverage::compute_coverage(scenario, ground.terrain, {.keep_levels = true, .store = ground.store}, progress);
  return {std::move(result.point_levels), std::move(scenario.network.cells)};
}

}  // namespace phusong::sunset
