#pragma once

#include <array>
#include <vector>

#include "sim/sunset/exact/exact_rows.h"

namespace phusong::sunset {

/// Adds the floors of every demand, service and period, and the handsets that help to keep them. A handset that moves
/// to VoLTE gains at a demand class where VoLTE is served and its class is not; the product of the two is a variable of
/// its own, which needs upper bounds only, because more service never hurts a floor (McCormick). README.md, (12) and
/// (13).
class ExactFloors {
 public:
  /// Keeps references to `decisions` and `rows`, and adds the handset variables to `decisions`.
  ExactFloors(const SunsetModel& model, ExactDecisions& decisions, ExactRows& rows);

  void add_floors();
  /// Constraint (7) on handsets.
  void add_handset_budget();

 private:
  /// A cell, carrier or swap that can serve a demand class.
  struct Source {
    const Steps* steps = nullptr;
    bool until = false;  ///< serves until the action, not from then on
    ServiceMask services = 0;
  };

  void find_sources();
  bool needs_floors(DemandIndex demand) const;
  void add_handsets(DemandIndex demand);
  void add_floor(DemandIndex demand, Service service, int period);
  Variable service_at(DemandClassIndex demand_class, std::size_t bit, int period);
  std::size_t first_service_like(DemandClassIndex demand_class, std::size_t bit) const;

  const SunsetModel& model_;
  ExactDecisions& decisions_;
  ExactRows& rows_;
  std::vector<std::vector<Source>> sources_;          ///< per demand class
  std::vector<std::array<Steps, kServices>> served_;  ///< per demand class; added when first used
};

}  // namespace phusong::sunset
