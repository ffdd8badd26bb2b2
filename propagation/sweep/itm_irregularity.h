#pragma once

#include <vector>

#include "propagation/sweep/itm_path.h"

namespace phusong::propagation::sweep {

/// Δh of one path after another, as itm::profile_irregularity_m() has it: at most 245 heights whatever the length of
/// the path. The tenths are found by sifting out what lies beyond a guess, which neighbouring receivers share.
class ItmIrregularity {
 public:
  double delta_h_m(const ItmPath& path, double first_m, double last_m);

 private:
  /// The `rank`-th greatest of height_m_ times `sign`.
  float ranked_m(float sign, int rank, float& guess_m);

  std::vector<float> height_m_, sifted_m_;
  float upper_guess_m_ = 0.0F, lower_guess_m_ = 0.0F;
};

}  // namespace phusong::propagation::sweep
