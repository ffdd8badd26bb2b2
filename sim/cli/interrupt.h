#pragma once

namespace phusong::cli {

/// From here on the first Ctrl-C (or SIGTERM) asks the stages to stop; a second one ends the program at once.
void watch_for_interrupt();
/// Whether a stop was asked for.
bool interrupted();

}  // namespace phusong::cli
