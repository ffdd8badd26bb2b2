#include "sim/sunset/bound/crew_bound.h"

#include <algorithm>
#include <functional>
#include <numeric>

namespace phusong::sunset {

CrewBound::CrewBound(const SunsetModel& model)
    : cells_(std::ssize(model.cells)),
      max_cells_per_period_(model.max_cells_per_period),
      max_sites_per_period_(model.max_sites_per_period),
      cells_by_site_(model.sites) {
  for (const OldCell& cell : model.cells)
    ++cells_by_site_[cell.site];
  std::ranges::sort(cells_by_site_, std::greater{});
}

std::int64_t CrewBound::most_off(int period) const {
  std::int64_t most = cells_;
  if (max_cells_per_period_ > 0) most = std::min(most, std::int64_t{max_cells_per_period_} * period);
  if (max_sites_per_period_ > 0) {
    const auto visits = std::min(cells_by_site_.size(),
                                 static_cast<std::size_t>(max_sites_per_period_) * static_cast<std::size_t>(period));
    const auto end = cells_by_site_.begin() + static_cast<std::ptrdiff_t>(visits);
    most = std::min(most, std::accumulate(cells_by_site_.begin(), end, std::int64_t{0}));
  }
  return most;
}

int CrewBound::periods_for_all() const {
  int periods = cells_ == 0 ? 0 : 1;
  while (most_off(periods) < cells_)
    ++periods;
  return periods;
}

}  // namespace phusong::sunset
