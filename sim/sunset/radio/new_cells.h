#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "sim/network/network.h"
#include "sim/scenario/scenario.h"

namespace phusong::sunset {

/// The cells that a sunset can switch on, beside those of the network.
struct NewCells {
  struct Refarmed {
    network::Cell cell;
    std::size_t replaces = 0;  ///< index into Network::cells
  };
  /// Equipment of the newer technology for a mast that has nothing but the technology that goes.
  struct Swap {
    std::size_t site = 0;
    std::vector<network::Cell> cells;
  };
  std::vector<Refarmed> refarmed;  ///< in the order of the cells replaced
  std::vector<Swap> swaps;         ///< in the order of the sites
};

/// Whether a sunset of `technology` can switch the cell off: on air, of the technology, not exempt.
bool can_go_off(const network::Network& network, const network::Cell& cell, network::Technology technology);

/// A refarmed carrier for every cell that can go off and whose band is that of the carrier; a swap for every mast on
/// air with cells of that technology alone, where there is a budget for swaps.
NewCells make_new_cells(const scenario::Scenario& scenario);

enum class CellKind { kExisting, kRefarmed, kSwap };

/// The network's cells, then the refarmed ones, then those of the swaps: signals and schedules name cells by this
/// index.
struct AllCells {
  std::vector<network::Cell> cells;
  std::size_t first_refarmed = 0, first_swap = 0;

  /// The cell of a refarmed carrier, an index into NewCells::refarmed.
  const network::Cell& refarmed(std::size_t carrier) const { return cells[first_refarmed + carrier]; }
  CellKind kind_of(std::size_t cell) const {
    if (cell < first_refarmed) return CellKind::kExisting;
    return cell < first_swap ? CellKind::kRefarmed : CellKind::kSwap;
  }
};
AllCells all_cells(const network::Network& network, const NewCells& new_cells);

}  // namespace phusong::sunset
