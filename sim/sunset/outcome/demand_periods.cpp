#include "sim/sunset/outcome/demand_periods.h"

#include <algorithm>
#include <cmath>

#include "sim/sunset/model/tolerances.h"

namespace phusong::sunset {
namespace {

DemandPeriod describe(const Demand& demand, int period, const ServedWeights& weights, const ClassCounts& counts) {
  DemandPeriod result{.hamlet = demand.hamlet,
                      .operator_index = demand.operator_index,
                      .period = period,
                      .shares = shares_of(weights, counts),
                      .voice_floor = demand.voice_floor,
                      .data_floor = demand.data_floor};
  const auto all = static_cast<double>(std::max<std::int64_t>(1, total(counts)));
  for (std::size_t c = 0; c < kHandsetClasses; ++c)
    result.class_shares[c] = static_cast<double>(counts[c]) / all;
  return result;
}

}  // namespace

std::vector<DemandPeriod> demand_periods(const SunsetModel& model, const Schedule& schedule,
                                         const std::vector<std::vector<ServedWeights>>& weights) {
  const std::size_t periods = weights.size();
  std::vector<DemandPeriod> result(model.demands.size() * periods);
  for (std::size_t t = 0; t < periods; ++t) {
    const int period = static_cast<int>(t);
    const std::vector<ClassCounts> given = subsidised_until(model, schedule, period);
    for (DemandIndex d = 0; d < model.demands.size(); ++d) {
      const ClassCounts counts = with_subsidies(model.counts_in(d, period), given[d]);
      result[d * periods + t] = describe(model.demands[d], period, weights[t][d], counts);
    }
  }
  for (const Subsidy& subsidy : schedule.subsidies)
    result[subsidy.demand * periods + static_cast<std::size_t>(subsidy.period)].handsets_subsidised +=
        total(subsidy.handsets);
  return result;
}

std::int64_t handsets_cut(const SunsetModel& model, const std::vector<DemandPeriod>& periods) {
  const auto per_demand = static_cast<std::size_t>(model.periods) + 1;
  std::int64_t sum = 0;
  for (DemandIndex d = 0; d < model.demands.size(); ++d) {
    const DemandPeriod* const first = &periods[d * per_demand];
    const auto handsets = static_cast<double>(total(model.demands[d].initial));
    double worst = 0.0;
    for (std::size_t t = 1; t < per_demand; ++t)
      worst = std::max(worst, (first[0].shares.voice - first[t].shares.voice) * handsets);
    sum += static_cast<std::int64_t>(std::ceil(worst - kSolverTolerance));
  }
  return sum;
}

}  // namespace phusong::sunset
