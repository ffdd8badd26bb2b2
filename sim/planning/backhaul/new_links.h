#pragma once

#include "sim/planning/backhaul/backhaul.h"
#include "sim/planning/backhaul/backhaul_costs.h"
#include "sim/planning/backhaul/microwave_link.h"

namespace phusong::planning {

/// Length of the fibre between two places.
double fibre_route_km(const BackhaulNode& from, const BackhaulNode& to, double route_factor);

// Links with their cost lines.
BackhaulLink fibre_link(const BackhaulNode& from, const BackhaulNode& to, double route_km,
                        const scenario::CostItem& fibre_per_km);
BackhaulLink microwave_link(const BackhaulNode& from, const BackhaulNode& to, const MicrowaveLink& link,
                            const scenario::CostItem& microwave_hop);
/// Leads to "satellite"; the line ends where it begins.
BackhaulLink satellite_link(const BackhaulNode& from, const scenario::CostItem& satellite_terminal);
/// A mast of the lowest height with its power.
BackhaulRelay relay(const BackhaulNode& place, const BackhaulCosts& costs);

}  // namespace phusong::planning
