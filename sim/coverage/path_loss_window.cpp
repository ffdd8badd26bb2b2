#include "sim/coverage/path_loss_window.h"

#include <limits>

namespace phusong::coverage {

void PathLossWindow::reset(const gis::GridWindow& of, std::size_t frequencies) {
  constexpr float kNan = std::numeric_limits<float>::quiet_NaN();
  window = of;
  departure_deg.assign(of.cell_count(), kNan);
  crosses_void.assign(of.cell_count(), 0);
  loss_db.resize(frequencies);
  for (auto& losses : loss_db)
    losses.assign(of.cell_count(), kNan);
}

}  // namespace phusong::coverage
