#include "propagation/p1812/p1812.h"

#include <algorithm>
#include <cmath>

#include "propagation/p1812/ducting.h"
#include "propagation/p1812/inverse_normal.h"
#include "propagation/p1812/troposcatter.h"
#include "propagation/units.h"

namespace phusong::propagation::p1812 {
namespace {

/// 1 − (1 + tanh(x)) / 2: from 1 far below `midpoint` to 0 far above it.
double fade_out(double value, double midpoint, double steepness) {
  return 1.0 - 0.5 * (1.0 + std::tanh(3.0 * steepness * (value - midpoint) / midpoint));
}

/// L_minb0p: least loss of line of sight with diffraction over the land parts.
double notional_minimum_db(const BasicLoss& loss, double omega, bool below_b0) {
  const double over_land_db = (1.0 - omega) * loss.diffraction.ldp_db;
  if (below_b0) return loss.los.lb0p_db + over_land_db;                                // (59), p < β0
  return loss.lbd50_db + (loss.los.lb0b_db + over_land_db - loss.lbd50_db) * loss.fi;  // (59), p ≥ β0
}

/// η ln(e^{a/η} + e^{b/η}), arranged so that no term overflows.
double soft_maximum_db(double a_db, double b_db) {
  constexpr double eta = 2.5;
  return std::max(a_db, b_db) + eta * std::log1p(std::exp(-std::abs(a_db - b_db) / eta));
}

/// −5 log10(10^{−0.2 a} + 10^{−0.2 b}), arranged so that no term underflows.
double combined_db(double a_db, double b_db) {
  return std::min(a_db, b_db) - 5.0 * std::log10(1.0 + power_of_ten(-0.2 * std::abs(a_db - b_db)));
}

/// Location correction, 4.8; the sea does not vary.
double location_correction_db(const Request& request, bool receiver_on_sea) {
  if (receiver_on_sea || request.location_percent == 50.0) return 0.0;
  return -inverse_complementary_normal(request.location_percent / 100.0) * request.sigma_location_db;
}

/// From the mechanisms to the loss, 4.6 to 4.9.
void combine(BasicLoss& loss, const Geometry& geometry, const Request& request) {
  loss.lminb0p_db = notional_minimum_db(loss, geometry.zones.omega, request.time_percent < geometry.b0_percent);
  loss.lminbap_db = soft_maximum_db(loss.lba_db, loss.los.lb0p_db);  // (60)
  loss.lbda_db = loss.lminbap_db > loss.lbd_db ? loss.lbd_db
                                               : loss.lminbap_db + (loss.lbd_db - loss.lminbap_db) * loss.fk;  // (61)
  loss.lbam_db = loss.lbda_db + (loss.lminb0p_db - loss.lbda_db) * loss.fj;                                    // (62)
  loss.lbc_db = combined_db(loss.lbs_db, loss.lbam_db);                                                        // (63)
  loss.lloc_db = location_correction_db(request, geometry.receiver_on_sea);
  // (69), in this order: a location percentage without a value (0, 100) leaves the loss without one.
  loss.lb_db = std::max(loss.lbc_db + loss.lloc_db, loss.los.lb0p_db);
}

}  // namespace

TimeTerms time_terms(const Geometry& geometry, double time_percent) {
  return {.time_percent = time_percent,
          .fi = time_interpolation(time_percent, geometry.b0_percent),
          .fj = fade_out(geometry.horizons.theta_mrad, 0.3, 0.8),  // (57)
          .fk = fade_out(geometry.distance_km, 20.0, 0.5),         // (58)
          .focusing = focusing_gains(geometry, time_percent),
          .variability_db = time_variability_db(geometry, time_percent),
          .troposcatter_db = troposcatter_variability_db(time_percent)};
}

BasicLoss basic_loss(const Geometry& geometry, const Request& request) {
  return basic_loss(geometry, request, time_terms(geometry, request.time_percent));
}

BasicLoss basic_loss(const Geometry& geometry, const Request& request, const TimeTerms& terms) {
  const double p = terms.time_percent;
  const p526::GroundWave wave{.frequency_mhz = request.frequency_mhz,
                              .polarization = request.polarization,
                              .sea_fraction = geometry.zones.omega};
  BasicLoss loss;
  loss.fi = terms.fi;
  loss.fj = terms.fj;
  loss.fk = terms.fk;
  loss.los = line_of_sight(geometry, request.frequency_mhz, terms.focusing);
  loss.diffraction = diffraction(geometry, wave, p, loss.fi);
  loss.lbd50_db = loss.los.lbfs_db + loss.diffraction.at_median.ld_db;  // (42)
  loss.lbd_db = loss.los.lb0p_db + loss.diffraction.ldp_db;             // (43)
  loss.lba_db = ducting_loss_db(geometry, request.frequency_mhz, terms.variability_db);
  loss.lbs_db = troposcatter_loss_db(geometry, request.frequency_mhz, terms.troposcatter_db);
  combine(loss, geometry, request);
  return loss;
}

double field_strength_dbuv_per_m(double frequency_mhz, double loss_db) {
  return 199.36 + db_from_amplitude_ratio(frequency_mhz / 1000.0) - loss_db;  // (70)
}

}  // namespace phusong::propagation::p1812
