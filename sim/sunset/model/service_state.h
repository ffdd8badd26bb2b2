#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "sim/sunset/model/sunset_model.h"

namespace phusong::sunset {

/// Share of a demand's points at which each handset class has each service, by bit_index().
struct ServedWeights {
  std::array<double, kServices> of{};
};

/// Shares of a demand's handsets that have voice and data. README.md, (2).
struct Shares {
  double voice = 0.0, data = 0.0;
};
Shares shares_of(const ServedWeights& weights, const ClassCounts& counts);

/// Services at every demand class while cells go on and off. It begins with every old cell on and nothing new.
class ServiceState {
 public:
  explicit ServiceState(const SunsetModel& model);

  void switch_on(const std::vector<Link>& links);
  void switch_off(const std::vector<Link>& links);

  ServiceMask services_at(DemandClassIndex demand_class) const;
  ServedWeights weights_of(DemandIndex demand) const;

 private:
  const SunsetModel& model_;
  std::vector<std::array<std::uint16_t, kServices>> cells_on_;  ///< cells on that give each service, per demand class
};

}  // namespace phusong::sunset
