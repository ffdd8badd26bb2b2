#include "sim/coverage/path_loss_window.h"

#include <algorithm>
#include <limits>

namespace phusong::coverage {

void PathLossWindow::resize(const gis::GridWindow& of, std::size_t frequencies) {
  window = of;
  departure_deg.resize(of.cell_count());
  crosses_void.resize(of.cell_count());
  loss_db.resize(frequencies);
  for (auto& losses : loss_db)
    losses.resize(of.cell_count());
}

void PathLossWindow::reset(const gis::GridWindow& of, std::size_t frequencies) {
  constexpr float kNan = std::numeric_limits<float>::quiet_NaN();
  resize(of, frequencies);
  std::ranges::fill(departure_deg, kNan);
  std::ranges::fill(crosses_void, std::uint8_t{0});
  for (auto& losses : loss_db)
    std::ranges::fill(losses, kNan);
}

}  // namespace phusong::coverage
