#include "sim/sunset/outcome/technology_status.h"

#include <algorithm>
#include <map>

#include "sim/coverage/verdict_rules.h"
#include "sim/sunset/radio/signals_by_point.h"

namespace phusong::sunset {
namespace {

std::map<std::string, std::size_t> index_of_operators(const network::Network& network) {
  std::map<std::string, std::size_t> index;
  for (std::size_t i = 0; i < network.operators.size(); ++i)
    index.emplace(network.operators[i], i);
  return index;
}

/// The points of one hamlet: [operator, technology, period][point].
using CountedByKind = std::vector<std::vector<coverage::CountedPoint>>;

}  // namespace

/// Finds where the points of one hamlet are served.
class TechnologyStatus::PointCounter {
 public:
  PointCounter(const TechnologyStatus& status, const network::Network& network, const Signals& signals,
               const AllCells& cells, const std::vector<OnAir>& on_air)
      : status_(status),
        network_(network),
        cells_(cells.cells),
        on_air_(on_air),
        operators_(index_of_operators(network)),
        points_(signals.points),
        by_point_(signals) {}

  CountedByKind count(std::size_t first_point, std::size_t end_point) const {
    CountedByKind counted(status_.kinds(), std::vector<coverage::CountedPoint>(end_point - first_point));
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
  const std::vector<network::Cell>& cells_;
  const std::vector<OnAir>& on_air_;
  std::map<std::string, std::size_t> operators_;
  const std::vector<coverage::SamplePoint>& points_;
  SignalsByPoint by_point_;

  void serve(std::size_t cell, std::size_t point, CountedByKind& counted) const {
    const auto found = operators_.find(network_.sites[cells_[cell].site].operator_name);
    if (found == operators_.end()) return;
    for (int period = on_air_[cell].first; period <= on_air_[cell].last; ++period)
      counted[status_.index_of(0, found->second, cells_[cell].technology, period)][point].served = true;
  }
};

TechnologyStatus::TechnologyStatus(const scenario::Scenario& scenario, const Signals& signals, const AllCells& cells,
                                   const std::vector<OnAir>& on_air)
    : operators_(scenario.network.operators.size()),
      periods_(static_cast<std::size_t>(scenario.options.sunset.periods) + 1),
      statuses_(scenario.network.hamlets.size() * operators_ * network::kTechnologyCount * periods_,
                coverage::Status::kUnknown) {
  const PointCounter counter(*this, scenario.network, signals, cells, on_air);
  const std::vector<coverage::SamplePoint>& points = signals.points;
  for (std::size_t first = 0, end = 0; first < points.size(); first = end) {
    while (end < points.size() && points[end].hamlet == points[first].hamlet)
      ++end;
    const CountedByKind counted = counter.count(first, end);
    const bool has_centre = points[first].point == 0;
    for (std::size_t kind = 0; kind < kinds(); ++kind) {
      statuses_[points[first].hamlet * kinds() + kind] =
          coverage::judge(counted[kind], has_centre && counted[kind].front().served, scenario.options.service).status;
    }
  }
}

}  // namespace phusong::sunset
