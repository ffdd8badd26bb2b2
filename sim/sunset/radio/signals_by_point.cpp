#include "sim/sunset/radio/signals_by_point.h"

namespace phusong::sunset {

SignalsByPoint::SignalsByPoint(const Signals& signals)
    : first_(signals.points.size() + 1), signals_(signals.signals.size()) {
  for (const Signal& signal : signals.signals)
    ++first_[signal.point + 1];
  for (std::size_t point = 0; point < signals.points.size(); ++point)
    first_[point + 1] += first_[point];
  std::vector<std::size_t> next(first_.begin(), first_.end());
  for (const Signal& signal : signals.signals)
    signals_[next[signal.point]++] = signal;
}

}  // namespace phusong::sunset
