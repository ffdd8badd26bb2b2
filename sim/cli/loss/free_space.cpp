#include "propagation/free_space.h"

#include "sim/cli/loss/models.h"
#include "sim/cli/loss/profile_fields.h"

namespace phusong::loss {
namespace {

// Over a profile, or over a distance alone.
double slant_km(const Fields& fields) {
  if (!fields.has(kGroundM)) return fields.number(kDistanceKm);
  const OwnedProfile profile = profile_of(fields);
  return propagation::slant_distance_km(profile.distance_km.back(),
                                        profile.ground_m.front() + fields.number(kTxHeightM),
                                        profile.ground_m.back() + fields.number(kRxHeightM));
}

}  // namespace

Answer free_space(const Fields& fields) {
  constexpr propagation::Limit kFrequency{.quantity = "frequency_mhz", .min = 0.0, .unit = "MHz", .open = true};
  constexpr propagation::Limit kDistance{.quantity = "distance_km", .min = 0.0, .unit = "km", .open = true};
  const double distance_km = slant_km(fields);
  const double frequency_mhz = fields.number(kFrequencyMhz);
  Answer answer{.loss_db = propagation::free_space_loss_db(frequency_mhz, distance_km)};
  check(kFrequency, frequency_mhz, answer.violations);
  check(kDistance, distance_km, answer.violations);
  answer.intermediates.emplace_back("slant_distance_km", distance_km);
  return answer;
}

}  // namespace phusong::loss
