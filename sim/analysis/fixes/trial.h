#pragma once

#include <vector>

#include "sim/analysis/fixes/fix.h"
#include "sim/analysis/fixes/fix_context.h"
#include "sim/network/network.h"

namespace phusong::analysis {

/// A change of the network that a fix makes.
struct NetworkChange {
  std::optional<std::size_t> changed_cell;  ///< index into Network::cells; takes the values of `cell`
  network::Cell cell;
  std::vector<network::Site> new_sites;
  std::vector<network::Cell> new_cells;  ///< `site` counts the network's sites first, then the new ones
};

/// Judges a hamlet by the coverage stage with the change in place. Throws progress::Stopped.
FixOutcome outcome_with(const FixContext& context, std::size_t hamlet, const NetworkChange& change,
                        progress::Progress& progress);

/// The hamlets whose status falls where `more` joins the signals and the changed cell, if any, is off with its old
/// values; ascending. `more` by point.
std::vector<std::size_t> hamlets_lost_by(const FixContext& context, std::optional<std::size_t> changed_cell,
                                         std::span<const NewSignal> more);

}  // namespace phusong::analysis
