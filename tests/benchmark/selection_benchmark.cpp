#include <fmt/format.h>
#include <sys/resource.h>

#include <chrono>
#include <cmath>
#include <cstdlib>

#include "sim/optimisation/covering/problem/model_of.h"
#include "sim/optimisation/covering/solve.h"
#include "sim/optimisation/milp/solve.h"
#include "tests/optimisation/covering/random_problem.h"

// Time, gap and memory of site selection over sizes, and what CBC alone finds on the written model in the same time:
// build/release/benchmark_selection [SECONDS a size [GREATEST number of candidates]]

using namespace phusong;

namespace {

/// So many candidates, a fifth as many demands, 1.2 candidates a square kilometre.
void measure(std::size_t candidates, double seconds) {
  const covering::Problem problem =
      tests::random_province({.demands = std::max<std::size_t>(20, candidates / 5),
                              .options = candidates,
                              .side_km = std::sqrt(static_cast<double>(candidates) / 1.2)});
  progress::Progress silent;
  const auto begin = std::chrono::steady_clock::now();
  const covering::Solution ours = covering::solve(problem, {.gap = 0.01, .time_limit_s = seconds}, silent);
  const double used_s = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  const milp::Solution cbc = milp::solve(covering::model_of(problem), {.relative_gap = 0.01, .time_limit_s = used_s});
  const double cbc_gap = cbc.feasible ? (cbc.objective - cbc.bound) / cbc.objective : 1.0;
  fmt::print("{:>10} {:>8} {:>8.1f} {:>12.0f} {:>12.0f} {:>6.2f} {:>8} {:>8} | {:>12.0f} {:>12.0f} {:>6.2f}\n",
             candidates, problem.demands.size(), used_s, ours.objective, ours.bound, 100.0 * ours.gap,
             name_of(ours.stopped_by), usage.ru_maxrss / 1024, cbc.feasible ? cbc.objective : NAN, cbc.bound,
             100.0 * cbc_gap);
  std::fflush(stdout);
}

}  // namespace

int main(int argc, char** argv) {
  const double seconds = argc > 1 ? std::atof(argv[1]) : 60.0;
  const double greatest = argc > 2 ? std::atof(argv[2]) : 1e4;
  fmt::print("{:>10} {:>8} {:>8} {:>12} {:>12} {:>6} {:>8} {:>8} | CBC alone: objective, bound, gap %\n", "candidates",
             "hamlets", "s", "objective", "bound", "gap %", "stopped", "MiB");
  for (const std::size_t candidates : {100UL, 300UL, 1000UL, 3000UL, 10000UL, 30000UL, 100000UL})
    if (static_cast<double>(candidates) <= greatest) measure(candidates, seconds);
}
