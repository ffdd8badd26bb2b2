#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "sim/progress/progress.h"
#include "sim/sunset/bound/components.h"
#include "sim/sunset/exact/exact_model.h"
#include "sim/sunset/heuristic/rounded_state.h"

namespace phusong::sunset {

/// Solves the Lagrangian subproblem of one component: min cells on + λ · handsets, λ the multiplier of the handset
/// budget in cells per handset.
class ComponentSolver {
 public:
  explicit ComponentSolver(const Component& component);
  ComponentSolver(const ComponentSolver&) = delete;  // the model points into the component
  ComponentSolver& operator=(const ComponentSolver&) = delete;

  using State = TerminalState;
  struct Answer {
    double bound = 0.0;            ///< lower bound on cells on + λ · handsets
    double handsets = 0.0;         ///< of the solution found
    std::optional<State> state{};  ///< from search() only
    std::vector<double> off{};     ///< from relax() only: value of each cell's variable
  };

  /// Solves the linear relaxation; a component that is too large for CLP gets its packing bound.
  Answer relax(double multiplier);
  /// Takes everything off where floors and handsets allow it, else rounds the relaxation, else calls CBC where that is
  /// a whole cell or more from the bound.
  Answer search(double multiplier, const progress::Progress& progress);
  /// Adds a valid lower bound on the cells on.
  void set_cells_left_at_least(std::int64_t cells) { exact_.set_cells_left_at_least(cells); }
  std::size_t variables() const { return exact_.milp().variables.size(); }
  /// The state with every cell on, which needs no handset.
  State all_on() const;
  /// The state with every cell off and everything new on; nothing where some floor breaks.
  const std::optional<State>& all_off() const { return all_off_; }

 private:
  const Component& component_;
  ExactModel exact_;
  std::optional<State> all_off_;

  std::optional<State> state_when_all_off() const;
  State state_of(const std::vector<double>& values) const;
};

}  // namespace phusong::sunset
