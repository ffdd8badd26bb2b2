#pragma once

#include "sim/progress/progress.h"
#include "sim/scenario/scenario.h"
#include "sim/sunset/radio/new_cells.h"
#include "sim/sunset/radio/signals.h"

namespace phusong::sunset {

/// The radio side of a sunset, computed once for all models on the same cells.
struct SunsetRadio {
  NewCells new_cells;
  Signals signals;
};

/// Computes the radio side of a scenario. Throws progress::Stopped, gis::InputError.
SunsetRadio prepare_sunset(const scenario::Scenario& scenario, SignalGround ground, progress::Progress& progress);

/// Whether both options have the same new cells and the same signals.
bool has_same_radio(const scenario::SunsetOptions& a, const scenario::SunsetOptions& b);

}  // namespace phusong::sunset
