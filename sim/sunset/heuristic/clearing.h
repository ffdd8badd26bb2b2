#pragma once

#include <queue>
#include <vector>

#include "sim/sunset/heuristic/sunset_state.h"

namespace phusong::sunset {

/// Clears spectrum piece by piece: of all refarmed carriers that wait, first the one that brings the most people new
/// coverage for each cell that has to go off for it. Neighbours have most of those cells in common, so pieces grow
/// together.
class Clearing {
 public:
  /// `keep`: cells that stay on, as long as clear_pieces is asked; empty: none.
  Clearing(const SunsetModel& model, SunsetState& state, const std::vector<bool>& keep);

  /// Makes way for carriers as far as crews and floors allow in this period.
  void clear_pieces();

 private:
  struct Candidate {
    double people_per_cell = 0.0;
    CarrierIndex carrier = 0;
    bool operator<(const Candidate& other) const {
      if (people_per_cell != other.people_per_cell) return people_per_cell < other.people_per_cell;
      return carrier > other.carrier;
    }
  };

  double people_per_cell(CarrierIndex carrier) const;
  void push(CarrierIndex carrier);
  bool needs_a_kept_cell(CarrierIndex carrier) const;
  bool is_waiting(CarrierIndex carrier) const;
  void clear_for(CarrierIndex carrier);
  void note_switched_off(const std::vector<CellIndex>& cells);

  const SunsetModel& model_;
  SunsetState& state_;
  const std::vector<bool>& keep_;
  std::vector<bool> refarmed_;         ///< spots that a carrier covers already
  std::vector<std::size_t> to_clear_;  ///< cells still in the way of each carrier
  std::vector<int> failed_in_;         ///< period of the last failure, one a carrier
  std::priority_queue<Candidate> queue_;
};

}  // namespace phusong::sunset
