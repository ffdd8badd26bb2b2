#include <fmt/format.h>
#include <sys/resource.h>

#include <chrono>
#include <cmath>
#include <cstdlib>

#include "sim/sunset/solve_sunset.h"
#include "tests/sunset/random_sunset.h"

// Time, memory, levels, bounds and gaps of switch-offs over sizes: build/release/benchmark_sunset [GREATEST number of
// cells [HANDSETS a hamlet and period]]

using namespace phusong;
using sunset::Objective;

namespace {

constexpr int kPeriods = 12;

/// So many old cells, a quarter as many hamlets, twelve periods.
void measure(std::size_t cells, double handsets_per_hamlet) {
  const auto subsidies_per_period = std::llround(handsets_per_hamlet * static_cast<double>(cells / 4));
  const sunset::SunsetModel model = tests::random_sunset(
      {.hamlets = cells / 4, .cells = cells, .periods = kPeriods, .subsidies_per_period = subsidies_per_period});
  progress::Progress silent;
  const auto begin = std::chrono::steady_clock::now();
  const sunset::SunsetSolution solved = solve_sunset(model, silent);
  const double used_s = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  const Objective& found = solved.found;
  const Objective& bounds = solved.objective_bounds;
  fmt::print("{:>7} {:>8} {:>8.1f} {:>7} | {:>6} {:>6} | {:>3} {:>3} | {:>13.0f} {:>13.0f} | {:>9.0f} {:>9.0f}\n",
             model.cells.size(), cells / 4, used_s, usage.ru_maxrss / 1024, found.cells_left, bounds.cells_left,
             found.last_period, bounds.last_period, found.refarmed_people_mhz, bounds.refarmed_people_mhz,
             found.cost_million_vnd, bounds.cost_million_vnd);
  std::fflush(stdout);
}

}  // namespace

int main(int argc, char** argv) {
  const double greatest = argc > 1 ? std::atof(argv[1]) : 20000.0;
  const double handsets_per_hamlet = argc > 2 ? std::atof(argv[2]) : 2.0;
  fmt::print("{:>7} {:>8} {:>8} {:>7} | {:>13} | {:>7} | {:>27} | {:>19}\n", "cells", "hamlets", "s", "MiB",
             "left on, least", "last", "people x MHz, most", "cost, least");
  for (const std::size_t cells : {360UL, 1260UL, 3600UL, 10080UL, 20160UL})
    if (static_cast<double>(cells) <= greatest * 1.01) measure(cells, handsets_per_hamlet);
}
