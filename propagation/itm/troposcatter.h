#pragma once

#include <optional>

#include "propagation/itm/radio_path.h"

namespace phusong::propagation::itm {

/// Attenuation by scatter, with the frequency gain that went into it.
struct Scatter {
  double attenuation_db = 0.0;
  double frequency_gain_db = 0.0;  ///< H_0
};

/// Scatter over `distance_m` (Algorithm 4.51 to 4.67). Nothing where both antennas are so low that it is not defined.
/// `farther`: the same at a larger distance, whose H_0 takes the place of one above 15 dB.
std::optional<Scatter> troposcatter(const RadioPath& path, double distance_m,
                                    const std::optional<Scatter>& farther = std::nullopt);

}  // namespace phusong::propagation::itm
