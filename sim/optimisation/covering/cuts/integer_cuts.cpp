#include "sim/optimisation/covering/cuts/integer_cuts.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "sim/optimisation/covering/cuts/balas_ng_cuts.h"
#include "sim/optimisation/covering/cuts/zero_half_cuts.h"
#include "sim/progress/deadline.h"

namespace phusong::covering {

const milp::Relaxation& tighten_by_integer_cuts(const Problem& problem, CutRelaxation& relaxation, std::size_t rounds,
                                                const progress::Progress& progress, double time_limit_s) {
  // Relative gains of a round: below the first zero-half cuts join in, below the second the rounds end.
  constexpr double kLittle = 2e-3, kNothing = 3e-4;
  constexpr std::size_t kCoverRounds = 10;
  const progress::Deadline deadline(time_limit_s);
  bool with_zero_half = false;
  for (std::size_t round = 0; round < rounds && relaxation.relaxation().feasible && !deadline.is_over(); ++round) {
    progress.throw_if_stopped();
    std::vector<Cut> cuts = balas_ng_cuts(problem, relaxation);
    with_zero_half = with_zero_half || cuts.empty();
    if (with_zero_half) {
      const std::vector<Cut> more = zero_half_cuts(problem, relaxation);
      cuts.insert(cuts.end(), more.begin(), more.end());
    }
    if (cuts.empty()) break;
    const double before = relaxation.relaxation().objective;
    relaxation.add(cuts);
    const milp::Relaxation& next = relaxation.tighten(kCoverRounds, progress, deadline.left_s());
    const double gain = (next.objective - before) / std::max(1e-9, std::abs(before));
    if (with_zero_half && gain < kNothing) break;
    with_zero_half = with_zero_half || gain < kLittle;
  }
  return relaxation.relaxation();
}

}  // namespace phusong::covering
