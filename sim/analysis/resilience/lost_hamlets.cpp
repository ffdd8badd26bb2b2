#include "sim/analysis/resilience/lost_hamlets.h"

#include <algorithm>
#include <set>

#include "sim/coverage/for_each_index.h"

namespace phusong::analysis {

using coverage::Status;

LostHamlets::LostHamlets(const scenario::Scenario& scenario, const gis::Terrain& terrain,
                         const coverage::CoverageResult& coverage)
    : scenario_(scenario),
      coverage_(coverage),
      operators_(coverage::verdict_columns(scenario.network, scenario.options.service)),
      verdicts_(scenario, terrain, coverage),
      served_by_(scenario.network.sites.size()) {
  std::vector<std::vector<std::size_t>> masts_of_hamlet(scenario.network.hamlets.size());
  coverage::for_each_index(masts_of_hamlet.size(),
                           [&](std::size_t hamlet) { masts_of_hamlet[hamlet] = masts_that_serve(hamlet); });
  for (std::size_t hamlet = 0; hamlet < masts_of_hamlet.size(); ++hamlet) {
    for (const std::size_t mast : masts_of_hamlet[hamlet])
      served_by_[mast].push_back(hamlet);
  }
}

/// At each point the strongest cell of a technology alone decides, so a point loses nothing by another one.
std::vector<std::size_t> LostHamlets::masts_that_serve(std::size_t hamlet) const {
  std::set<std::size_t> masts;
  const auto all = coverage_.signals.all();
  const auto [first, end] = verdicts_.points_of(hamlet);
  for (std::size_t point = first; point < end; ++point) {
    for (std::size_t column = 0; column < operators_.names.size(); ++column) {
      for (const network::Technology technology : scenario_.options.plan.target.technologies) {
        const auto signals = coverage_.signals.of_point(point);
        const auto strongest = std::ranges::find_if(signals, [&](const coverage::PointSignal& signal) {
          return scenario_.network.cells[signal.cell].technology == technology &&
                 verdicts_.counts_for(signal.cell, column);
        });
        if (strongest != signals.end() && verdicts_.covers(static_cast<std::size_t>(&*strongest - all.data())))
          masts.insert(scenario_.network.cells[strongest->cell].site);
      }
    }
  }
  return {masts.begin(), masts.end()};
}

std::vector<std::size_t> LostHamlets::columns_of(const std::vector<std::size_t>& masts) const {
  std::set<std::size_t> columns;
  for (const std::size_t mast : masts)
    columns.insert(operators_.columns_of_site[mast].begin(), operators_.columns_of_site[mast].end());
  return {columns.begin(), columns.end()};
}

std::vector<std::vector<std::size_t>> LostHamlets::without(const std::vector<std::size_t>& masts_off) const {
  std::vector<char> is_off(scenario_.network.sites.size());
  std::set<std::size_t> touched;
  for (const std::size_t mast : masts_off) {
    is_off[mast] = 1;
    touched.insert(served_by_[mast].begin(), served_by_[mast].end());
  }
  const auto is_on = [&](std::size_t cell) { return is_off[scenario_.network.cells[cell].site] == 0; };
  std::vector<std::vector<std::size_t>> lost(operators_.names.size());
  for (const std::size_t column : columns_of(masts_off)) {
    for (const std::size_t hamlet : touched) {
      const Status before = coverage_.verdicts[column][hamlet].status;
      if (before == Status::kUnknown || before == Status::kWhite) continue;
      const Status after = verdicts_.judge(hamlet, column, is_on).status;
      if (is_worse(after, before)) lost[column].push_back(hamlet);
    }
  }
  return lost;
}

}  // namespace phusong::analysis
