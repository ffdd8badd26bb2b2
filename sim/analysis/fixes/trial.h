#pragma once

#include <vector>

#include "sim/analysis/fixes/fix.h"
#include "sim/analysis/fixes/fix_context.h"
#include "sim/coverage/transmitters.h"
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

/// A path of a transmitter's cell to a sample point.
struct CellPath {
  const coverage::Transmitter& transmitter;
  const coverage::TransmitterCell& from;
  std::size_t point = 0;  ///< index into CoverageResult::points
  double departure_deg = 0.0;
  double path_loss_db = 0.0;  ///< at the cell's frequency
};

/// The signal that the path brings, where it could cover the point alone. `cell` has the values that are tried and must
/// outlive the result.
std::optional<NewSignal> signal_of(const FixContext& context, const CellPath& path, const network::Cell& cell);

/// The hamlets whose status falls where `more` joins the signals and the changed cell, if any, is off with its old
/// values; ascending. `more` by point.
std::vector<std::size_t> hamlets_lost_by(const FixContext& context, std::optional<std::size_t> changed_cell,
                                         std::span<const NewSignal> more);

}  // namespace phusong::analysis
