#pragma once

#include <array>
#include <vector>

#include "sim/sunset/exact/exact_rows.h"

namespace phusong::sunset {

/// Writes the floors of every hamlet, service and period, and the handsets that help to keep them. A handset that moves
/// to VoLTE gains at a spot where VoLTE is served and its class is not; that product is a variable of its own, which
/// needs upper limits alone, because more service never hurts a floor.
class ExactFloors {
 public:
  /// `decisions`: gets the handsets; refers to its steps.
  ExactFloors(const SunsetModel& model, ExactDecisions& decisions, ExactRows& rows);

  void add_floors();
  void add_handset_budget();

 private:
  /// What can give services at a spot.
  struct Supplier {
    const Steps* steps = nullptr;
    bool until = false;  ///< it gives until that happens, not from then on
    ServiceMask services = 0;
  };

  void find_suppliers();
  bool needs_floors(DemandIndex demand) const;
  void add_handsets(DemandIndex demand);
  void add_floor(DemandIndex demand, Service service, int period);
  Variable service_at(SpotIndex spot, std::size_t bit, int period);
  std::size_t first_service_like(SpotIndex spot, std::size_t bit) const;

  const SunsetModel& model_;
  ExactDecisions& decisions_;
  ExactRows& rows_;
  std::vector<std::vector<Supplier>> suppliers_;      ///< one a spot
  std::vector<std::array<Steps, kServices>> served_;  ///< one a spot; made when asked for
};

}  // namespace phusong::sunset
