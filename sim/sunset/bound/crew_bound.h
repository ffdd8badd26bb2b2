#pragma once

#include <cstdint>
#include <vector>

#include "sim/sunset/model/sunset_model.h"

namespace phusong::sunset {

/// Upper bounds on the cells that crews switch off. README.md, (14).
class CrewBound {
 public:
  explicit CrewBound(const SunsetModel& model);

  /// Cells that are off by the end of a period.
  std::int64_t most_off(int period) const;
  /// Cells that go off after `period` and up to `last`.
  std::int64_t most_off_between(int period, int last) const { return period >= last ? 0 : most_off(last - period); }
  /// Periods that all cells take.
  int periods_for_all() const;

 private:
  std::int64_t cells_ = 0;
  int max_cells_per_period_ = 0, max_sites_per_period_ = 0;
  std::vector<std::int64_t> cells_by_site_;  ///< in descending order
};

}  // namespace phusong::sunset
