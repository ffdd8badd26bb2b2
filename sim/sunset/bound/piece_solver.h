#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "sim/progress/progress.h"
#include "sim/sunset/bound/end_pieces.h"
#include "sim/sunset/exact/exact_model.h"
#include "sim/sunset/heuristic/rounded_state.h"

namespace phusong::sunset {

/// Solves one piece for cells kept and handsets given, at a price of handsets in cells.
class PieceSolver {
 public:
  explicit PieceSolver(const EndPiece& piece);
  PieceSolver(const PieceSolver&) = delete;  // the model points into the piece
  PieceSolver& operator=(const PieceSolver&) = delete;

  using State = TerminalState;
  struct Answer {
    double bound = 0.0;            ///< of cells + price · handsets
    double handsets = 0.0;         ///< that go with it
    std::optional<State> state{};  ///< by search alone
    std::vector<double> off{};     ///< by relaxation alone: how far each cell is off
  };

  /// A piece that is too large for CLP has a simpler bound.
  Answer relax(double price_of_handset);
  /// All off where that can be; else rounds the relaxation; CBC where that is a whole cell or more from the bound.
  Answer search(double price_of_handset, const progress::Progress& progress);
  /// Lets no later answer have fewer cells: it is known that none has.
  void set_fewest_left(std::int64_t cells) { exact_.set_fewest_left(cells); }
  std::size_t variables() const { return exact_.milp().variables.size(); }
  /// Everything stays on: no handset is needed.
  State all_on() const;
  /// Everything is off, and everything new on; nothing where some floor breaks.
  const std::optional<State>& all_off() const { return all_off_; }

 private:
  const EndPiece& piece_;
  ExactModel exact_;
  std::optional<State> all_off_;

  std::optional<State> state_when_all_off() const;
  State state_of(const std::vector<double>& values) const;
};

}  // namespace phusong::sunset
