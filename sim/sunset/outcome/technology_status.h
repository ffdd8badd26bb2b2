#pragma once

#include <vector>

#include "sim/coverage/verdict.h"
#include "sim/scenario/scenario.h"
#include "sim/sunset/outcome/on_air.h"
#include "sim/sunset/radio/signals.h"

namespace phusong::sunset {

/// The coverage status of each hamlet for each operator and technology in each period.
class TechnologyStatus {
 public:
  /// `on_air`: on_air_intervals() of `cells`, which the signals name.
  TechnologyStatus(const scenario::Scenario& scenario, const Signals& signals, const AllCells& cells,
                   const std::vector<OnAir>& on_air);

  coverage::Status of(std::size_t hamlet, std::size_t operator_index, network::Technology technology,
                      int period) const {
    return statuses_[index_of(hamlet, operator_index, technology, period)];
  }

 private:
  class PointCounter;

  std::size_t kinds() const { return operators_ * network::kTechnologyCount * periods_; }
  std::size_t index_of(std::size_t hamlet, std::size_t operator_index, network::Technology technology,
                       int period) const {
    return ((hamlet * operators_ + operator_index) * network::kTechnologyCount + network::index_of(technology)) *
               periods_ +
           static_cast<std::size_t>(period);
  }

  std::size_t operators_ = 0, periods_ = 0;  ///< periods count period 0
  std::vector<coverage::Status> statuses_;
};

}  // namespace phusong::sunset
