#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "sim/coverage/verdict.h"
#include "sim/network/technology.h"
#include "sim/sunset/model/replay.h"

namespace phusong::sunset {

/// The services and handsets of one operator in one hamlet in one period.
struct DemandPeriod {
  std::size_t hamlet = 0, operator_index = 0;
  int period = 0;
  Shares shares;
  double voice_floor = 0.0, data_floor = 0.0;
  std::array<double, kHandsetClasses> class_shares{};  ///< share of each class in the handsets
  std::int64_t handsets = 0;
  ClassCounts subsidised{};                         ///< handsets given in the period, by the class that they leave
  network::PerTechnology<coverage::Status> status;  ///< coverage of the hamlet by the operator
};

/// The rows of a schedule by demand, then period, 0 included, without statuses. `weights`: replay_weights() of the
/// schedule.
std::vector<DemandPeriod> demand_periods(const SunsetModel& model, const Schedule& schedule,
                                         const std::vector<std::vector<ServedWeights>>& weights);

/// Handsets that could call in period 0 and cannot in some later one, summed over the worst period of each demand, each
/// rounded up to whole handsets.
/// `rows`: as demand_periods() gives them.
std::int64_t handsets_cut(const std::vector<DemandPeriod>& rows);

}  // namespace phusong::sunset
