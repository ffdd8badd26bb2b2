#pragma once

#include <vector>

#include "sim/analysis/fixes/fix.h"
#include "sim/analysis/fixes/fix_context.h"
#include "sim/network/cell.h"

namespace phusong::analysis {

/// The best change of one cell for a hamlet.
struct CellFix {
  Fix fix;               ///< without outcome, cost and rank
  std::size_t cell = 0;  ///< index into Network::cells
  network::Cell after;
};

/// Finds, for each hamlet and each kind of tilt, azimuth and power, the cell and the setting that make it covered: of
/// those, one that takes no other hamlet down, and of these the smallest change. Where none makes it covered, the one
/// that serves most of it. `hamlets`: indices of hamlets with ground that are not covered. By hamlet, then kind; a fix
/// that could not be tried has an obstacle. Parallel; the same for any number of threads. Throws progress::Stopped.
std::vector<CellFix> find_cell_fixes(const FixContext& context, const std::vector<std::size_t>& hamlets,
                                     progress::Progress& progress);

}  // namespace phusong::analysis
