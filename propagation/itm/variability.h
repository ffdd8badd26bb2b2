#pragma once

#include "propagation/itm/limits.h"
#include "propagation/itm/radio_path.h"

namespace phusong::propagation::itm {

/// How the three variabilities share their work (Guide, section 5).
enum class VariabilityKind { kSingleMessage = 0, kAccidental = 1, kMobile = 2, kBroadcast = 3 };

/// The mode of variability, taken apart.
struct VariabilityMode {
  VariabilityKind kind = VariabilityKind::kMobile;
  bool without_location = false;   ///< code + 10
  bool without_situation = false;  ///< code + 20
};

/// Throws std::invalid_argument for a code that names nothing: known are 0…3, 10…13, 20…23, 30…33.
VariabilityMode variability_mode(int mdvar);

/// Attenuation below free space that is not exceeded for the settings' shares of time, location and situation
/// (Algorithm, section 5).
double attenuation_quantile_db(const Settings& settings, const RadioPath& path, double reference_db,
                               Findings& findings);

}  // namespace phusong::propagation::itm
