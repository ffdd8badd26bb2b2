#include "sim/report/link/axis.h"

#include <cmath>

namespace phusong::report {

int Ticks::decimals() const {
  int decimals = 0;
  for (double step_left = step; step_left < 0.999 && decimals < 6; step_left *= 10.0)
    ++decimals;
  return decimals;
}

Ticks ticks_between(double low, double high, int count) {
  const double rough = (high - low) / count;
  const double power = std::pow(10.0, std::floor(std::log10(rough)));
  Ticks ticks{.step = 10.0 * power, .values = {}};
  for (const double factor : {5.0, 2.0, 1.0})
    if (factor * power >= rough) ticks.step = factor * power;
  const auto first = static_cast<long>(std::ceil(low / ticks.step - 1e-9));
  const auto last = static_cast<long>(std::floor(high / ticks.step + 1e-9));
  for (long i = first; i <= last; ++i)
    ticks.values.push_back(static_cast<double>(i) * ticks.step);
  return ticks;
}

}  // namespace phusong::report
