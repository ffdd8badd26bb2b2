#pragma once

#include <vector>

#include "sim/planning/backhaul/backhaul.h"
#include "sim/scenario/scenario.h"

namespace phusong::planning {

/// A mast that traffic can be handed to.
struct ConnectedMast {
  BackhaulNode node;
  int hops = 0;  ///< microwave hops from there on to fibre; 1 where its own is microwave, whose length nobody told
};

/// The backhaul that new stations can be connected to.
struct ExistingBackhaul {
  /// Fibre is joined at the rows of backhaul.fibre_nodes; without them at masts with fibre and hamlets with broadband.
  std::vector<BackhaulNode> fibre_nodes;
  std::vector<ConnectedMast> connected;
  std::vector<BackhaulNode> unconnected;  ///< masts that can bear a relay's antennas: satellite, none, not given
};

/// The masts on air of the operator that the plan is for, or of all.
ExistingBackhaul existing_backhaul(const scenario::Scenario& scenario);

}  // namespace phusong::planning
