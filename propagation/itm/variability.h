#pragma once

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

/// What the settings' climate and their shares of time, location and situation make of an attenuation (Algorithm,
/// section 5). Worked out once for all paths.
class Variability {
 public:
  /// Throws std::invalid_argument for an enumerator that names nothing.
  explicit Variability(const Settings& settings);

  /// Attenuation below free space that is not exceeded for those shares; `reference_db`: A_ref.
  double attenuation_quantile_db(const RadioPath& path, double reference_db) const;
  /// A share so near to 0 or 1 that the result is not to be trusted.
  bool is_extreme() const;

 private:
  /// Standard normal deviates of the three shares.
  struct Deviates {
    double time, location, situation;
  };
  struct Deviations {
    double time_db, location_db, situation_db;
  };
  static Deviates deviates(const Settings& settings, VariabilityKind kind);
  double gain_over_median_db(const Deviations& sigma) const;

  Climate climate_;
  VariabilityMode mode_;
  Deviates z_;
};

}  // namespace phusong::propagation::itm
