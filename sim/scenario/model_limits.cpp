#include "sim/scenario/model_limits.h"

#include "propagation/itm/limits.h"
#include "propagation/p1812/limits.h"

namespace phusong::scenario {

std::optional<propagation::Limit> frequency_limit(propagation::Model model) {
  if (model == propagation::Model::kP1812) return propagation::p1812::kFrequency;
  if (model == propagation::Model::kItm) return propagation::itm::kFrequency.limit;
  return std::nullopt;
}

}  // namespace phusong::scenario
