#include "sim/analysis/signal_verdicts.h"

#include <tbb/parallel_for.h>

#include <algorithm>

#include "sim/coverage/service_quality.h"

namespace phusong::analysis {

using coverage::PointSignal;
using network::Technology;

network::PerTechnology<double> covering_levels_dbm(const scenario::ServiceOptions& options) {
  network::PerTechnology<double> levels_dbm;
  for (const Technology technology : network::kTechnologies)
    levels_dbm[technology] = coverage::least_covering_level_dbm(technology, options);
  return levels_dbm;
}

bool is_worse(coverage::Status status, coverage::Status than) {
  static_assert(coverage::Status::kCovered < coverage::Status::kHollow &&
                coverage::Status::kHollow < coverage::Status::kWhite &&
                coverage::Status::kWhite < coverage::Status::kUnknown);
  return status > than;
}

SignalVerdicts::SignalVerdicts(const scenario::Scenario& scenario, const gis::Terrain& terrain,
                               const coverage::CoverageResult& coverage)
    : scenario_(scenario),
      coverage_(coverage),
      operators_(coverage::verdict_columns(scenario.network, scenario.options.service)),
      covers_(coverage.signals.all().size()),
      first_point_(scenario.network.hamlets.size() + 1) {
  for (const coverage::SamplePoint& point : coverage.points)
    ++first_point_[point.hamlet + 1];
  for (std::size_t hamlet = 0; hamlet < scenario.network.hamlets.size(); ++hamlet)
    first_point_[hamlet + 1] += first_point_[hamlet];
  const coverage::ServiceQuality quality(terrain, scenario.options);
  const auto signals = coverage.signals.all();
  tbb::parallel_for(std::size_t{0}, signals.size(), [&](std::size_t i) {
    const PointSignal& signal = signals[i];
    const double probability = quality.probability(scenario.network.cells[signal.cell],
                                                   coverage.points[signal.point].position(), signal.level_dbm);
    covers_[i] = probability >= scenario.options.service.location_probability ? 1 : 0;
  });
}

bool SignalVerdicts::counts_for(std::size_t cell, std::size_t column) const {
  const auto& columns = operators_.columns_of_site[scenario_.network.cells[cell].site];
  return std::ranges::find(columns, column) != columns.end();
}

/// The strongest cell that is on decides, as in a coverage run; the signals come strongest first.
bool SignalVerdicts::is_served(std::size_t point, Technology technology, std::size_t column, const IsOn& is_on,
                               std::span<const NewSignal> more) const {
  const auto& cells = scenario_.network.cells;
  const NewSignal* strongest = nullptr;
  for (const NewSignal& signal : more) {
    if (signal.cell->technology != technology) continue;
    const bool wins = strongest == nullptr || signal.level_dbm > strongest->level_dbm ||
                      (signal.level_dbm == strongest->level_dbm && signal.cell->cell_id < strongest->cell->cell_id);
    if (wins) strongest = &signal;
  }
  for (const PointSignal& signal : coverage_.signals.of_point(point)) {
    if (cells[signal.cell].technology != technology || !counts_for(signal.cell, column) || !is_on(signal.cell))
      continue;
    const bool is_beaten =
        strongest != nullptr &&
        (strongest->level_dbm > signal.level_dbm ||
         (strongest->level_dbm == signal.level_dbm && strongest->cell->cell_id < cells[signal.cell].cell_id));
    if (!is_beaten) return covers(static_cast<std::size_t>(&signal - coverage_.signals.all().data()));
    break;
  }
  return strongest != nullptr && strongest->covers;
}

coverage::ShareAndStatus SignalVerdicts::judge(std::size_t hamlet, std::size_t column, const IsOn& is_on,
                                               std::span<const NewSignal> more) const {
  const auto& plan = scenario_.options.plan;
  const auto [first, end] = points_of(hamlet);
  std::vector<coverage::CountedPoint> counted;
  bool centre_served = false;
  for (std::size_t point = first; point < end; ++point) {
    const auto begin = std::ranges::lower_bound(more, point, {}, &NewSignal::point);
    const auto end_here = std::ranges::upper_bound(more, point, {}, &NewSignal::point);
    const auto here =
        more.subspan(static_cast<std::size_t>(begin - more.begin()), static_cast<std::size_t>(end_here - begin));
    const auto by = [&](Technology technology) { return is_served(point, technology, column, is_on, here); };
    const bool served = plan.combine == scenario::Combine::kAny ? std::ranges::any_of(plan.target.technologies, by)
                                                                : std::ranges::all_of(plan.target.technologies, by);
    if (coverage_.points[point].point == 0) centre_served = served;
    counted.push_back({.weight = coverage_.points[point].weight, .served = served});
  }
  return coverage::judge(counted, centre_served, scenario_.options.service);
}

}  // namespace phusong::analysis
