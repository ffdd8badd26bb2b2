#include "sim/coverage/coverage.h"

#include <iterator>

#include "sim/coverage/hamlet_engine.h"

namespace phusong::coverage {
namespace {

void add(CoverageCounts& sum, const CoverageCounts& part) {
  sum.paths += part.paths;
  sum.short_paths += part.short_paths;
  sum.gap_paths += part.gap_paths;
  sum.model_violations += part.model_violations;
}

template <class T>
void append(std::vector<T>& to, std::vector<T>& from) {
  to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

/// In the order of the hamlets, whatever the order of the work.
void merge(std::vector<HamletOutcome>& outcomes, CoverageResult& result) {
  result.verdicts.assign(result.operators.size(), {});
  result.service.assign(result.operators.size(), {});
  for (std::size_t hamlet = 0; hamlet < outcomes.size(); ++hamlet) {
    HamletOutcome& outcome = outcomes[hamlet];
    for (std::size_t column = 0; column < result.operators.size(); ++column) {
      result.verdicts[column].push_back(outcome.verdicts[column]);
      append(result.service[column], outcome.service[column]);
    }
    append(result.points, outcome.points);
    append(result.point_levels, outcome.levels);
    add(result.counts, outcome.counts);
  }
}

std::vector<PointSignal> all_signals(std::vector<HamletOutcome>& outcomes) {
  std::size_t count = 0;
  for (const HamletOutcome& outcome : outcomes)
    count += outcome.signals.size();
  std::vector<PointSignal> signals;
  signals.reserve(count);
  for (HamletOutcome& outcome : outcomes) {
    append(signals, outcome.signals);
    outcome.signals = {};
  }
  return signals;
}

}  // namespace

CoverageResult compute_coverage(const scenario::Scenario& scenario, const gis::Terrain& terrain,
                                const CoverageRequest& request, progress::Progress& progress) {
  const scenario::Options& options = scenario.options;
  CoverageResult result;
  result.technologies = computed_technologies(scenario.network, options);
  const OperatorColumns operators = verdict_columns(scenario.network, options.service);
  result.operators = operators.names;
  result.places = places_on_terrain(scenario.network, terrain);
  std::vector<std::size_t> off_terrain;  // the same as in places
  const std::vector<Transmitter> transmitters =
      spread_over_map(transmitters_on_air(scenario.network, terrain, result.technologies, options, off_terrain));
  const ServiceQuality quality(terrain, options);
  const LevelCorrection correction(terrain, options);
  std::optional<InterferenceGroups> interference;
  if (options.coverage.quality) interference.emplace(scenario.network, options.service);
  const HamletContext context{.scenario = scenario,
                              .operators = operators,
                              .technologies = result.technologies,
                              .quality = quality,
                              .correction = correction,
                              .interference = interference ? &*interference : nullptr,
                              .keep_levels = request.keep_levels,
                              .signals_from_dbm = request.signals_from_dbm};
  std::vector<HamletOutcome> outcomes = evaluate_hamlets(context, terrain, transmitters, request.store, progress);
  merge(outcomes, result);
  if (request.signals_from_dbm)
    result.signals = PointSignals(all_signals(outcomes), result.points.size(), scenario.network.cells);
  return result;
}

}  // namespace phusong::coverage
