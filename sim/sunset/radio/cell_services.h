#pragma once

#include "sim/network/technology.h"
#include "sim/sunset/model/services.h"

namespace phusong::sunset {

/// A cell as the handsets of an operator see it.
struct Supplier {
  network::Technology technology = network::Technology::k4G;
  bool voice = true;
  bool own_operator = true;  ///< whether the cell belongs to the handsets' operator
};

/// Services that the handsets of an operator get from a cell that covers them. A 4G handset without VoLTE falls back to
/// its own operator's 2G or 3G for a call, with national roaming too.
ServiceMask services_of(const Supplier& cell, bool national_roaming);

}  // namespace phusong::sunset
