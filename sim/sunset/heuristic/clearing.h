#pragma once

#include <queue>
#include <vector>

#include "sim/sunset/heuristic/sunset_state.h"

namespace phusong::sunset {

/// Clears spectrum carrier by carrier: of all refarmed carriers that wait, the one with the greatest greedy score comes
/// first, the people that it newly covers per cell that has to go off for it. Neighbours share most of those cells, so
/// cleared chunks grow together.
class Clearing {
 public:
  /// `keep`: cells that clear_spectrum() leaves on; empty: none.
  Clearing(const SunsetModel& model, SunsetState& state, const std::vector<bool>& keep);

  /// Switches off cells for carriers as far as crews and floors allow in this period.
  void clear_spectrum();

 private:
  /// Queue entry of a carrier and its greedy score.
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
  std::vector<bool> refarmed_;         ///< whether a carrier covers the demand class already
  std::vector<std::size_t> to_clear_;  ///< cells still in the way, per carrier
  std::vector<int> failed_in_;         ///< period of the last failure, per carrier
  std::priority_queue<Candidate> queue_;
};

}  // namespace phusong::sunset
