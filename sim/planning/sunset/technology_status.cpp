#include "sim/planning/sunset/technology_status.h"

#include <algorithm>
#include <map>

#include "sim/coverage/verdict_rules.h"
#include "sim/planning/sunset/signals_by_point.h"

namespace phusong::planning::sunset {
namespace {

/// Periods in which a cell is on; none where `last` is before `first`.
struct OnAir {
  int first = 0, last = -1;
};

std::vector<OnAir> times_on_air(const scenario::Scenario& scenario, const std::vector<network::Cell>& cells,
                                const PlainSchedule& schedule) {
  const network::Network& network = scenario.network;
  const int periods = scenario.options.sunset.periods;
  std::vector<OnAir> times(cells.size());
  for (std::size_t i = 0; i < network.cells.size(); ++i)
    if (network.on_air(network.sites[cells[i].site])) times[i].last = periods;
  for (const PlainSchedule::Step& step : schedule.steps) {
    if (step.action == PlainSchedule::Action::kOff) {
      times[step.cell].last = step.period - 1;
    } else {
      times[step.cell] = {step.period, periods};
    }
  }
  return times;
}

std::map<std::string, std::size_t> index_of_operators(const network::Network& network) {
  std::map<std::string, std::size_t> index;
  for (std::size_t i = 0; i < network.operators.size(); ++i)
    index.emplace(network.operators[i], i);
  return index;
}

}  // namespace

TechnologyStatus::TechnologyStatus(const scenario::Scenario& scenario, const SunsetCase& sunset,
                                   const PlainSchedule& schedule)
    : operators_(scenario.network.operators.size()),
      periods_(static_cast<std::size_t>(scenario.options.sunset.periods) + 1),
      statuses_(scenario.network.hamlets.size() * operators_ * network::kTechnologyCount * periods_,
                coverage::Status::kUnknown) {
  const std::vector<network::Cell> cells = all_cells(scenario.network, sunset.more);
  const std::vector<OnAir> times = times_on_air(scenario, cells, schedule);
  const auto operators = index_of_operators(scenario.network);
  const SignalsByPoint by_point(sunset.signals);
  const std::size_t kinds = operators_ * network::kTechnologyCount * periods_;
  const std::vector<coverage::SamplePoint>& points = sunset.signals.points;
  for (std::size_t first = 0, end = 0; first < points.size(); first = end) {
    const std::size_t hamlet = points[first].hamlet;
    while (end < points.size() && points[end].hamlet == hamlet)
      ++end;
    // [kind][point]
    std::vector<std::vector<coverage::CountedPoint>> counted(kinds, std::vector<coverage::CountedPoint>(end - first));
    for (std::size_t point = first; point < end; ++point) {
      for (std::vector<coverage::CountedPoint>& of_kind : counted)
        of_kind[point - first].weight = points[point].weight;
      for (const Signal& signal : by_point.at(point)) {
        const auto found = operators.find(scenario.network.sites[cells[signal.cell].site].operator_name);
        if (!signal.covers || found == operators.end()) continue;
        for (int period = times[signal.cell].first; period <= times[signal.cell].last; ++period)
          counted[index_of(0, found->second, cells[signal.cell].technology, period)][point - first].served = true;
      }
    }
    const bool has_centre = points[first].point == 0;
    for (std::size_t kind = 0; kind < kinds; ++kind)
      statuses_[hamlet * kinds + kind] =
          coverage::judge(counted[kind], has_centre && counted[kind].front().served, scenario.options.service).status;
  }
}

}  // namespace phusong::planning::sunset
