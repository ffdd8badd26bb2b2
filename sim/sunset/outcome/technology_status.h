#pragma once

#include <vector>

#include "sim/sunset/sunset.h"

namespace phusong::sunset {

/// The verdict of each hamlet for each operator's technology, period by period.
class TechnologyStatus {
 public:
  TechnologyStatus(const scenario::Scenario& scenario, const SunsetCase& sunset, const PlainSchedule& schedule);

  coverage::Status of(std::size_t hamlet, std::size_t operator_index, network::Technology technology,
                      int period) const {
    return statuses_[index_of(hamlet, operator_index, technology, period)];
  }

 private:
  class Counter;

  std::size_t kinds() const { return operators_ * network::kTechnologyCount * periods_; }
  std::size_t index_of(std::size_t hamlet, std::size_t operator_index, network::Technology technology,
                       int period) const {
    return ((hamlet * operators_ + operator_index) * network::kTechnologyCount + network::index_of(technology)) *
               periods_ +
           static_cast<std::size_t>(period);
  }

  std::size_t operators_ = 0, periods_ = 0;  ///< period 0 among them
  std::vector<coverage::Status> statuses_;
};

}  // namespace phusong::sunset
