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
                      .data_floor = demand.data_floor,
                      .handsets = total(counts)};
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
  for (const Subsidy& subsidy : schedule.subsidies) {
    DemandPeriod& row = result[subsidy.demand * periods + static_cast<std::size_t>(subsidy.period)];
    for (std::size_t c = 0; c < kHandsetClasses; ++c)
      row.subsidised[c] += subsidy.handsets[c];
  }
  return result;
}

std::int64_t handsets_cut(const std::vector<DemandPeriod>& rows) {
  std::int64_t sum = 0;
  for (auto before = rows.begin(); before != rows.end();) {
    double worst = 0.0;
    auto now = before + 1;
    for (; now != rows.end() && now->period > 0; ++now)
      worst = std::max(worst, (before->shares.voice - now->shares.voice) * static_cast<double>(now->handsets));
    sum += static_cast<std::int64_t>(std::ceil(worst - kSolverTolerance));
    before = now;
  }
  return sum;
}

}  // namespace phusong::sunset
