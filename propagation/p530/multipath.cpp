#include "propagation/p530/multipath.h"

#include <algorithm>
#include <cmath>

#include "propagation/units.h"

namespace phusong::propagation::p530 {
namespace {

// h_c: mean height of the ray over the mean terrain (5); 102 km²/m is 8 a_e / 1000 of a nearly median Earth.
double clearance_height_m(const Hop& hop) {
  return 0.5 * (hop.tx_height_amsl_m + hop.rx_height_amsl_m) - hop.distance_km * hop.distance_km / 102.0 -
         hop.mean_terrain_amsl_m;
}

double lower_antenna_m(const Hop& hop) {
  return std::min(hop.tx_height_amsl_m, hop.rx_height_amsl_m);
}

// v_sr: how strongly superrefraction acts at the clearance of the path (8), at most v_sr limit (9).
double superrefraction(const Hop& hop, double dn75_nunits, double clearance_m) {
  const double ceiling = dn75_nunits * std::pow(hop.distance_km, 1.5) * std::sqrt(hop.frequency_ghz) / 24730.0;
  return std::min(std::pow(dn75_nunits / 50.0, 1.8) * std::exp(-clearance_m / (2.5 * std::sqrt(hop.distance_km))),
                  ceiling);
}

double field_ratio_from_db(double value_db) {
  return std::pow(10.0, value_db / 20.0);
}

// The parts of (16) and (17) that depend on a fade depth alone.
struct FadeShape {
  double factor, offset;

  explicit FadeShape(double fade_depth_db)
      : factor((1.0 + 0.3 * field_ratio_from_db(-fade_depth_db)) * std::pow(10.0, -0.016 * fade_depth_db)),
        offset(4.3 * (field_ratio_from_db(-fade_depth_db) + fade_depth_db / 800.0)) {}
};

// A_t: from this fade depth on the deep-fade line holds (12).
double transition_depth_db(double p0_percent) {
  return 25.0 + 1.2 * std::log10(p0_percent);
}

// Shallow fades: a curve that meets the deep-fade line with `pt_percent` at `transition_db`.
double shallow_fade_percent(double fade_depth_db, double transition_db, double pt_percent) {
  const double q_at = -20.0 * std::log10(-std::log((100.0 - pt_percent) / 100.0)) / transition_db;  // (15)
  const FadeShape at_transition(transition_db), at_depth(fade_depth_db);
  const double q_t = (q_at - 2.0) / at_transition.factor - at_transition.offset;  // (16)
  const double q_a = 2.0 + at_depth.factor * (q_t + at_depth.offset);             // (17)
  return 100.0 * (1.0 - std::exp(-field_ratio_from_db(-q_a * fade_depth_db)));    // (18)
}

// Enhancements above 10 dB (19).
double large_enhancement_percent(double p0_percent, double enhancement_db) {
  const double depth_001_db = db_from_power_ratio(p0_percent / 0.01);
  return 100.0 - std::pow(10.0, (-1.7 + 0.2 * depth_001_db - enhancement_db) / 3.5);
}

}  // namespace

void check_multipath_limits(const Hop& hop, Violations& violations) {
  check(kMultipathFrequency, hop.frequency_ghz, violations);
  check(kFrequencyTimesDistance, hop.frequency_ghz * hop.distance_km, violations);
  check(kMultipathDistance, hop.distance_km, violations);
}

double inclination_mrad(const Hop& hop) {
  return std::abs(hop.rx_height_amsl_m - hop.tx_height_amsl_m) / hop.distance_km;
}

double deep_fade_percent(const Hop& hop, const RefractiveClimate& climate, double fade_depth_db) {
  const double clearance_m = clearance_height_m(hop);
  const double exponent = -0.376 * std::tanh((clearance_m - 147.0) / 125.0) -
                          0.334 * std::pow(inclination_mrad(hop), 0.39) - 0.00027 * lower_antenna_m(hop) +
                          17.85 * superrefraction(hop, climate.dn75_nunits, clearance_m) - fade_depth_db / 10.0;
  return std::pow(10.0, climate.log10_k + exponent) * std::pow(hop.distance_km, 3.51) *
         std::pow(hop.frequency_ghz * hop.frequency_ghz + 13.0, 0.447);  // (7)
}

double deep_fade_percent_from_dn1(const Hop& hop, double dn1_nunits_per_km, double fade_depth_db) {
  const double log10_k = -4.6 - 0.0027 * dn1_nunits_per_km;
  return std::pow(10.0, log10_k - 0.00089 * lower_antenna_m(hop) - fade_depth_db / 10.0) *
         std::pow(hop.distance_km, 3.1) * std::pow(1.0 + inclination_mrad(hop), -1.29) *
         std::pow(hop.frequency_ghz, 0.8);
}

double any_fade_percent(double p0_percent, double fade_depth_db) {
  const double transition_db = transition_depth_db(p0_percent);
  if (fade_depth_db >= transition_db) return p0_percent * power_ratio_from_db(-fade_depth_db);  // (13)
  const double pt_percent = p0_percent * power_ratio_from_db(-transition_db);                   // (14)
  return shallow_fade_percent(fade_depth_db, transition_db, pt_percent);
}

double enhancement_not_exceeded_percent(double p0_percent, double enhancement_db) {
  constexpr double kLargeDb = 10.0;
  if (enhancement_db > kLargeDb) return large_enhancement_percent(p0_percent, enhancement_db);
  const double exceeded_percent = 100.0 - large_enhancement_percent(p0_percent, kLargeDb);
  const double q_e_large = -20.0 / kLargeDb * std::log10(-std::log(1.0 - exceeded_percent / 58.21));  // (20)
  const double q_s = 2.05 * q_e_large - 20.3;                                                         // (21)
  const double field = field_ratio_from_db(-enhancement_db);
  const double q_e = 8.0 + (1.0 + 0.3 * field) * field_ratio_from_db(-0.7 * enhancement_db) *
                               (q_s + 12.0 * (field + enhancement_db / 800.0));          // (22)
  return 100.0 - 58.21 * (1.0 - std::exp(-field_ratio_from_db(-q_e * enhancement_db)));  // (23)
}

double geoclimatic_conversion_db(const Hop& hop) {
  const double latitude_deg = std::abs(hop.latitude_deg);
  const double sign = latitude_deg <= 45.0 ? 1.0 : -1.0;
  const double latitude_term = std::pow(std::abs(std::cos(radians_from_degrees(2.0 * latitude_deg))), 0.7);
  const double conversion_db = 10.5 - 5.6 * std::log10(1.1 + sign * latitude_term) - 2.7 * std::log10(hop.distance_km) +
                               1.7 * std::log10(1.0 + inclination_mrad(hop));
  return std::min(conversion_db, 10.8);
}

double annual_percent(double worst_month_percent, const Hop& hop) {
  return worst_month_percent * power_ratio_from_db(-geoclimatic_conversion_db(hop));
}

double any_fade_annual_percent(double p0_percent, const Hop& hop, double fade_depth_db) {
  const double transition_db = transition_depth_db(p0_percent);
  if (fade_depth_db >= transition_db) {
    return annual_percent(p0_percent * power_ratio_from_db(-fade_depth_db), hop);
  }
  const double pt_percent = annual_percent(p0_percent * power_ratio_from_db(-transition_db), hop);
  return shallow_fade_percent(fade_depth_db, transition_db, pt_percent);
}

}  // namespace phusong::propagation::p530
