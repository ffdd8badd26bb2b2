#pragma once

#include <cstddef>
#include <cstdint>

namespace phusong::covering {

/// Stop criteria and seed of a solve.
struct Settings {
  double gap = 0.01;            ///< relative, see gap_of()
  double time_limit_s = 600.0;  ///< emergency stop; otherwise the search stops on counted work
  std::int64_t seed = 1;
  std::size_t most_demands_in_one_relaxation = 4000;  ///< above, the bound comes from a Lagrangian dual over regions
};

}  // namespace phusong::covering
