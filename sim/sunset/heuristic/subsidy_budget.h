#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "sim/sunset/model/schedule.h"

namespace phusong::sunset {

/// The handset budget: handsets given to each demand, and handsets that may still be given. A handset given early may
/// be one that its owner would have replaced anyway, so handsets beyond a demand's need at the end come out of a
/// reserve.
class SubsidyBudget {
 public:
  /// `needs`: handsets that each demand needs at the end; `reserve`: handsets to spare over all periods.
  SubsidyBudget(std::int64_t per_period, std::vector<std::int64_t> needs, std::int64_t reserve)
      : per_period_(per_period), needs_(std::move(needs)), reserve_(reserve), given_(needs_.size()) {}

  void begin_period() { left_ = per_period_; }
  std::int64_t left() const { return left_; }
  const ClassCounts& given(DemandIndex demand) const { return given_[demand]; }
  std::int64_t needed(DemandIndex demand) const {
    return std::max<std::int64_t>(0, needs_[demand] - total(given_[demand]));
  }

  bool can_give(DemandIndex demand, std::int64_t handsets) const {
    return handsets <= left_ && beyond_need(demand, handsets) <= reserve_;
  }
  void give(DemandIndex demand, const ClassCounts& handsets) { move(demand, handsets, 1); }
  void take_back(DemandIndex demand, const ClassCounts& handsets) { move(demand, handsets, -1); }

 private:
  std::int64_t per_period_ = 0, left_ = 0;
  std::vector<std::int64_t> needs_;
  std::int64_t reserve_ = 0;
  std::vector<ClassCounts> given_;

  std::int64_t excess(DemandIndex demand, std::int64_t handsets) const {
    return std::max<std::int64_t>(0, handsets - needs_[demand]);
  }
  std::int64_t beyond_need(DemandIndex demand, std::int64_t more) const {
    const std::int64_t before = total(given_[demand]);
    return excess(demand, before + more) - excess(demand, before);
  }
  void move(DemandIndex demand, const ClassCounts& handsets, std::int64_t sign) {
    const std::int64_t before = excess(demand, total(given_[demand]));
    for (std::size_t c = 0; c < kHandsetClasses; ++c)
      given_[demand][c] += sign * handsets[c];
    left_ -= sign * total(handsets);
    reserve_ -= excess(demand, total(given_[demand])) - before;
  }
};

}  // namespace phusong::sunset
