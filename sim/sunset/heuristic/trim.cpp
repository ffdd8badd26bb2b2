#include "sim/sunset/heuristic/trim.h"

#include <algorithm>
#include <map>
#include <span>
#include <utility>

#include "sim/sunset/model/replay.h"
#include "sim/sunset/model/subsidy_need.h"

namespace phusong::sunset {
namespace {

void merge(Schedule& schedule) {
  std::map<std::pair<DemandIndex, int>, ClassCounts> merged;
  for (const Subsidy& subsidy : schedule.subsidies) {
    ClassCounts& handsets = merged[{subsidy.demand, subsidy.period}];
    for (std::size_t c = 0; c < kHandsetClasses; ++c)
      handsets[c] += subsidy.handsets[c];
  }
  schedule.subsidies.clear();
  for (const auto& [key, handsets] : merged)
    if (total(handsets) > 0) schedule.subsidies.push_back({key.first, key.second, handsets});
}

/// Lowers the subsidies of one demand as far as its floors allow.
class DemandTrim {
 public:
  DemandTrim(const SunsetModel& model, const std::vector<std::vector<ServedWeights>>& weights,
             std::span<Subsidy> subsidies)
      : model_(model), weights_(weights), subsidies_(subsidies), demand_(subsidies.front().demand) {}

  /// The latest first: an early handset helps for longer.
  void go() {
    for (std::size_t i = subsidies_.size(); i-- > 0;) {
      for (std::size_t c = 0; c < kVolteIndex; ++c)
        lower(subsidies_[i].handsets[c]);
    }
  }

 private:
  const SunsetModel& model_;
  const std::vector<std::vector<ServedWeights>>& weights_;
  std::span<Subsidy> subsidies_;
  DemandIndex demand_;

  /// Finds the least number with which the floors hold by bisection: fewer handsets never help.
  void lower(std::int64_t& handsets) {
    std::int64_t low = 0, high = handsets;
    while (low < high) {
      handsets = low + (high - low) / 2;
      if (all_floors_hold()) {
        high = handsets;
      } else {
        low = handsets + 1;
      }
    }
    handsets = high;
  }

  bool all_floors_hold() const {
    ClassCounts given{};
    std::size_t next = 0;
    for (int period = 1; period <= model_.periods; ++period) {
      for (; next < subsidies_.size() && subsidies_[next].period <= period; ++next) {
        for (std::size_t c = 0; c < kHandsetClasses; ++c)
          given[c] += subsidies_[next].handsets[c];
      }
      const ClassCounts counts = with_subsidies(model_.counts_in(demand_, period), given);
      if (!floors_hold(model_.demands[demand_], weights_[static_cast<std::size_t>(period)][demand_], counts))
        return false;
    }
    return true;
  }
};

void trim_swaps(const SunsetModel& model, Schedule& schedule) {
  for (int& period : schedule.swap_period) {
    if (period == kNever) continue;
    const int kept = std::exchange(period, kNever);
    if (!floors_hold_throughout(model, schedule)) period = kept;
  }
}

}  // namespace

void trim(const SunsetModel& model, Schedule& schedule) {
  merge(schedule);
  trim_swaps(model, schedule);
  const auto weights = replay_weights(model, schedule);
  for (auto first = schedule.subsidies.begin(); first != schedule.subsidies.end();) {
    const auto end = std::find_if(first, schedule.subsidies.end(),
                                  [&](const Subsidy& subsidy) { return subsidy.demand != first->demand; });
    DemandTrim(model, weights, {first, end}).go();
    first = end;
  }
  merge(schedule);
}

}  // namespace phusong::sunset
