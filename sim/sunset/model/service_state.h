#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "sim/sunset/model/sunset_model.h"

namespace phusong::sunset {

/// Σ weight of a demand's points that each class has each service at.
struct ServedWeights {
  std::array<double, kServices> of{};
};

/// What a demand's handsets have.
struct Shares {
  double voice = 0.0, data = 0.0;
};
Shares shares_of(const ServedWeights& weights, const ClassCounts& counts);

/// Which cells give what where, as cells go on and off. Begins with every old cell on and nothing new.
class ServiceState {
 public:
  explicit ServiceState(const SunsetModel& model);

  void switch_on(const std::vector<Link>& links);
  void switch_off(const std::vector<Link>& links);

  ServiceMask services_at(SpotIndex spot) const;
  ServedWeights weights_of(DemandIndex demand) const;

 private:
  const SunsetModel& model_;
  std::vector<std::array<std::uint16_t, kServices>> cells_on_;  ///< that give a service, one a spot
};

}  // namespace phusong::sunset
