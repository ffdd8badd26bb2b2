#include "sim/cli/loss/profile_fields.h"

namespace phusong::loss {
namespace {

using propagation::Zone;

Zone zone_of(double number) {
  if (number == 1.0) return Zone::kSea;
  if (number == 3.0) return Zone::kCoastalLand;
  if (number == 4.0) return Zone::kInland;
  throw FieldError("zone knows 1 (sea), 3 (coastal land) and 4 (inland) alone");
}

std::vector<double> stepped(double step_km, std::size_t n) {
  if (!(step_km > 0.0)) throw FieldError("step_km is not above 0");
  std::vector<double> distance_km(n);
  for (std::size_t i = 0; i < n; ++i)
    distance_km[i] = static_cast<double>(i) * step_km;
  return distance_km;
}

void check_increasing(const std::vector<double>& distance_km) {
  if (distance_km.front() != 0.0) throw FieldError("distance_km does not begin with 0");
  for (std::size_t i = 1; i < distance_km.size(); ++i) {
    if (!(distance_km[i] > distance_km[i - 1])) {
      throw FieldError("distance_km[" + std::to_string(i) + "] is not above the one before it");
    }
  }
}

/// Heights of the ground; one number stands for all points where distance_km or n says how many there are.
std::vector<double> ground_of(const Fields& fields) {
  if (fields.is_array(kGroundM)) return fields.numbers(kGroundM);
  if (fields.is_array(kDistanceKm)) return fields.numbers(kGroundM, fields.numbers(kDistanceKm).size());
  if (!fields.has("n")) return fields.numbers(kGroundM);
  const int n = fields.whole("n");
  if (n < 2) throw FieldError("n is below 2");
  return fields.numbers(kGroundM, static_cast<std::size_t>(n));
}

}  // namespace

OwnedProfile profile_of(const Fields& fields) {
  OwnedProfile profile{.ground_m = ground_of(fields)};
  const std::size_t n = profile.ground_m.size();
  if (n < 2) throw FieldError("ground_m has fewer than two points");
  profile.distance_km = fields.has(kStepKm) ? stepped(fields.number(kStepKm), n) : fields.numbers(kDistanceKm, n);
  check_increasing(profile.distance_km);
  if (fields.has(kClutterM)) profile.clutter_m = fields.numbers(kClutterM, n);
  if (fields.has(kZone)) {
    for (const double number : fields.numbers(kZone, n))
      profile.zone.push_back(zone_of(number));
  }
  return profile;
}

double sea_fraction_of(const OwnedProfile& profile) {
  if (profile.zone.empty()) return 0.0;
  // Half an interval belongs to each of its ends.
  double sea_km = 0.0;
  for (std::size_t i = 0; i + 1 < profile.zone.size(); ++i) {
    const double half_km = 0.5 * (profile.distance_km[i + 1] - profile.distance_km[i]);
    sea_km += (profile.zone[i] == Zone::kSea ? half_km : 0.0) + (profile.zone[i + 1] == Zone::kSea ? half_km : 0.0);
  }
  return sea_km / profile.distance_km.back();
}

}  // namespace phusong::loss
