#include "sim/coverage/point_signals.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <utility>

namespace phusong::coverage {

PointSignals::PointSignals(std::vector<PointSignal> signals, std::size_t points,
                           const std::vector<network::Cell>& cells)
    : signals_(std::move(signals)), begin_(points + 1) {
  for (const PointSignal& signal : signals_)
    ++begin_[signal.point + 1];
  for (std::size_t point = 0; point < points; ++point)
    begin_[point + 1] += begin_[point];
  const auto comes_first = [&](const PointSignal& a, const PointSignal& b) {
    if (a.level_dbm != b.level_dbm) return a.level_dbm > b.level_dbm;
    return cells[a.cell].cell_id < cells[b.cell].cell_id;
  };
  tbb::parallel_for(std::size_t{0}, points, [&](std::size_t point) {
    std::ranges::sort(std::span(signals_).subspan(begin_[point], begin_[point + 1] - begin_[point]), comes_first);
  });
}

}  // namespace phusong::coverage
