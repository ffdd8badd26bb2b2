#pragma once

#include "sim/planning/backhaul/backhaul.h"
#include "sim/planning/backhaul/backhaul_costs.h"
#include "sim/planning/backhaul/microwave_link.h"

namespace phusong::planning {

/// Length of the fibre between two nodes: it follows roads, longer than the straight line by the factor.
double fibre_length_km(const BackhaulNode& from, const BackhaulNode& to, double route_factor);

/// A link with its cost line.
BackhaulLink fibre_link(const BackhaulNode& from, const BackhaulNode& to, double length_km,
                        const scenario::CostItem& fibre_per_km);
BackhaulLink microwave_link(const BackhaulNode& from, const BackhaulNode& to, const MicrowaveLink& link,
                            const scenario::CostItem& microwave_hop);
/// A terminal: leads to "satellite"; the line ends where it begins.
BackhaulLink satellite_link(const BackhaulNode& from, const scenario::CostItem& satellite_terminal);
/// A mast of the lowest height with its power.
BackhaulRelay relay(const BackhaulNode& location, const BackhaulCosts& costs);

}  // namespace phusong::planning
