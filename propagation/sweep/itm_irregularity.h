#pragma once

#include <Eigen/Core>
#include <vector>

#include "propagation/sweep/itm_path.h"

namespace phusong::propagation::sweep {

/// Δh of one path after another, as itm::profile_irregularity_m() has it: at most 245 heights whatever the length of
/// the path. A tenth is looked for from that of the receiver before on, a few heights up or down.
class ItmIrregularity {
 public:
  double delta_h_m(const ItmPath& path, double first_m, double last_m);

 private:
  void subtract_line();
  /// The `rank`-th greatest of height_m_ times `sign`.
  float ranked_m(float sign, int rank, float guess_m);

  Eigen::ArrayXf height_m_;
  Eigen::ArrayXf from_middle_;  ///< −(n − 1) / 2 … (n − 1) / 2 for n heights
  std::vector<float> ordered_m_;
  float upper_guess_m_ = 0.0F, lower_guess_m_ = 0.0F;
};

}  // namespace phusong::propagation::sweep
