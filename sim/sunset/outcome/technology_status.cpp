#include "sim/sunset/outcome/technology_status.h"

#include <algorithm>
#include <map>

#include "sim/coverage/verdict_rules.h"
#include "sim/sunset/radio/signals_by_point.h"

namespace phusong::sunset {
namespace {

/// First and last period in which each cell is on.
std::vector<std::pair<int, int>> times_on_air(const scenario::Scenario& scenario,
                                              const std::vector<network::Cell>& cells, const PlainSchedule& schedule) {
  const network::Network& network = scenario.network;
  const int periods = scenario.options.sunset.periods;
  std::vector<std::pair<int, int>> times(cells.size(), {0, -1});
  for (std::size_t i = 0; i < network.cells.size(); ++i)
    if (network.on_air(network.sites[cells[i].site])) times[i].second = periods;
  for (const PlainSchedule::Step& step : schedule.steps) {
    if (step.action == PlainSchedule::Action::kOff) {
      times[step.cell].second = step.period - 1;
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

/// What there is to judge at one hamlet: [operator, technology, period][point].
using Counted = std::vector<std::vector<coverage::CountedPoint>>;

}  // namespace

/// Counts the points of one hamlet after the other.
class TechnologyStatus::Counter {
 public:
  Counter(const TechnologyStatus& status, const scenario::Scenario& scenario, const SunsetCase& sunset,
          const PlainSchedule& schedule)
      : status_(status),
        network_(scenario.network),
        cells_(all_cells(scenario.network, sunset.more)),
        times_(times_on_air(scenario, cells_, schedule)),
        operators_(index_of_operators(scenario.network)),
        points_(sunset.signals.points),
        by_point_(sunset.signals) {}

  Counted count(std::size_t first_point, std::size_t end_point) const {
    Counted counted(status_.kinds(), std::vector<coverage::CountedPoint>(end_point - first_point));
    for (std::size_t point = first_point; point < end_point; ++point) {
      for (std::vector<coverage::CountedPoint>& of_kind : counted)
        of_kind[point - first_point].weight = points_[point].weight;
      for (const Signal& signal : by_point_.at(point))
        if (signal.covers) serve(signal.cell, point - first_point, counted);
    }
    return counted;
  }

 private:
  const TechnologyStatus& status_;
  const network::Network& network_;
  std::vector<network::Cell> cells_;
  std::vector<std::pair<int, int>> times_;
  std::map<std::string, std::size_t> operators_;
  const std::vector<coverage::SamplePoint>& points_;
  SignalsByPoint by_point_;

  void serve(std::size_t cell, std::size_t point, Counted& counted) const {
    const auto found = operators_.find(network_.sites[cells_[cell].site].operator_name);
    if (found == operators_.end()) return;
    for (int period = times_[cell].first; period <= times_[cell].second; ++period)
      counted[status_.index_of(0, found->second, cells_[cell].technology, period)][point].served = true;
  }
};

TechnologyStatus::TechnologyStatus(const scenario::Scenario& scenario, const SunsetCase& sunset,
                                   const PlainSchedule& schedule)
    : operators_(scenario.network.operators.size()),
      periods_(static_cast<std::size_t>(scenario.options.sunset.periods) + 1),
      statuses_(scenario.network.hamlets.size() * operators_ * network::kTechnologyCount * periods_,
                coverage::Status::kUnknown) {
  const Counter counter(*this, scenario, sunset, schedule);
  const std::vector<coverage::SamplePoint>& points = sunset.signals.points;
  for (std::size_t first = 0, end = 0; first < points.size(); first = end) {
    while (end < points.size() && points[end].hamlet == points[first].hamlet)
      ++end;
    const Counted counted = counter.count(first, end);
    const bool has_centre = points[first].point == 0;
    for (std::size_t kind = 0; kind < kinds(); ++kind) {
      statuses_[points[first].hamlet * kinds() + kind] =
          coverage::judge(counted[kind], has_centre && counted[kind].front().served, scenario.options.service).status;
    }
  }
}

}  // namespace phusong::sunset
