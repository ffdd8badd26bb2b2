#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "sim/optimisation/milp/model.h"
#include "sim/progress/progress.h"
#include "sim/sunset/model/terminal_state.h"

namespace phusong::sunset {

/// What is on and has been given at the end of a period in the best case, as if all until then happened at once. Crews
/// are not looked at.
struct EndState {
  std::int64_t fewest_on = 0;          ///< old cells, at least: no schedule has fewer
  std::optional<TerminalState> state;  ///< the best one found
  std::vector<bool> may_be_refarmed;   ///< per Carrier: whether any schedule can have it on then
};

/// The bound is what is certain, and demands with no cell in common; the state takes longer and gives a better bound.
enum class EndEffort { kBound, kState };

/// Reduced to what is open, cut into pieces, each by CLP or CBC on counted work. A price on handsets keeps them within
/// their number; it leaves a bound whatever it is. Throws progress::Stopped.
EndState best_end_state(const SunsetModel& model, int period, EndEffort effort, progress::Progress& progress);

/// Handsets that have been given by the end of a period, at least, where no more cells than these are on.
std::int64_t fewest_handsets(const SunsetModel& model, int period, std::int64_t cells_on, progress::Progress& progress);

/// The best end state in one model: its constant is the number of cells that stay in any case, its variables are what
/// is open.
milp::Model end_state_model(const SunsetModel& model, int period);

}  // namespace phusong::sunset
