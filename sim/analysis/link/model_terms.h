#pragma once

#include <vector>

#include "propagation/point_to_point.h"
#include "sim/analysis/link/link_term.h"

namespace phusong::analysis {

/// A path as a model is asked for it.
struct ModelQuery {
  propagation::PathQuery path;
  propagation::PropagationSettings settings;
  double frequency_mhz = 0.0;
  bool is_short = false;  ///< free space and Bullington alone, whatever the model
};

/// The loss of one model, with the values on the way to it.
struct ModelAccount {
  std::vector<LinkTerm> terms;       ///< under the names that `phusong loss` gives them, where it has them
  propagation::Violations limits{};  ///< what is outside the model's limits
  std::string source;                ///< of the loss
};
ModelAccount model_account(const ModelQuery& query);

}  // namespace phusong::analysis
