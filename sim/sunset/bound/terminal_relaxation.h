#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "sim/optimisation/milp/model.h"
#include "sim/progress/progress.h"
#include "sim/sunset/model/terminal_state.h"

namespace phusong::sunset {

/// The terminal-period relaxation: the problem of the state at the end of one period, as if all until then happened at
/// once. It drops the crews and the order of the periods, so its optimum bounds every schedule.
struct TerminalRelaxation {
  std::int64_t fewest_on = 0;          ///< lower bound on the old cells on
  std::optional<TerminalState> state;  ///< the best state found
  std::vector<bool> may_be_refarmed;   ///< per Carrier: whether some schedule may have it on
};

/// kBound: presolve and a packing of demands. kState: also a state, and the better bound of its components'
/// relaxations.
enum class RelaxationEffort { kBound, kState };

/// Presolves, splits into connected components and solves each by CLP or CBC within counted nodes. The handset budget,
/// which joins the components, is relaxed with a Lagrangian multiplier; every multiplier gives a bound (README.md,
/// (16)). Throws progress::Stopped.
TerminalRelaxation solve_terminal_relaxation(const SunsetModel& model, int period, RelaxationEffort effort,
                                             progress::Progress& progress);

/// Lower bound on the handsets given by the end of a period where no more than `cells_on` cells are on. Throws
/// progress::Stopped.
std::int64_t fewest_handsets(const SunsetModel& model, int period, std::int64_t cells_on, progress::Progress& progress);

/// The terminal-period relaxation as one model: its constant is the number of cells fixed on, its variables are free.
milp::Model terminal_model(const SunsetModel& model, int period);

}  // namespace phusong::sunset
