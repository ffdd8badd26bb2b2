#pragma once

#include "propagation/p1812/diffraction.h"
#include "propagation/p1812/geometry.h"
#include "propagation/p1812/line_of_sight.h"

/// ITU-R P.1812: path-specific prediction for point-to-area services, 30 MHz to 6 GHz. Equation numbers in
/// this folder are those of P.1812-6, Annex 1 and its attachments.
namespace phusong::propagation::p1812 {

/// What is asked of a path.
struct Request {
  double frequency_mhz = 0.0;
  double time_percent = 50.0;  ///< p
  Polarization polarization = Polarization::kVertical;
  double location_percent = 50.0;  ///< p_L
  double sigma_location_db = 0.0;  ///< σ_L, see location_variability.h; of no effect at p_L = 50 %
};

/// The loss and every value on the way to it.
struct BasicLoss {
  LineOfSight los;
  Diffraction diffraction;
  double fi = 0.0;  ///< time interpolation, Eq. (40a)
  double fj = 0.0;  ///< angular interpolation, Eq. (57)
  double fk = 0.0;  ///< distance interpolation, Eq. (58)
  double lbd50_db = 0.0;
  double lbd_db = 0.0;
  double lminb0p_db = 0.0;
  double lba_db = 0.0;
  double lminbap_db = 0.0;
  double lbda_db = 0.0;
  double lbam_db = 0.0;
  double lbs_db = 0.0;
  double lbc_db = 0.0;   ///< not exceeded for p % of the time and half of the locations, Eq. (63)
  double lloc_db = 0.0;  ///< location correction
  double lb_db = 0.0;    ///< not exceeded for p % of the time and p_L % of the locations, Eq. (69)
};

/// What P.1812 takes from the path and the time percentage, whatever the frequency.
struct TimeTerms {
  double time_percent = 50.0;
  double fi = 0.0;  ///< time interpolation, Eq. (40a)
  double fj = 0.0;  ///< angular interpolation, Eq. (57)
  double fk = 0.0;  ///< distance interpolation, Eq. (58)
  Focusing focusing;
  double variability_db = 0.0;   ///< A(p), Eq. (53)
  double troposcatter_db = 0.0;  ///< the term of Eq. (44) in p
};
TimeTerms time_terms(const Geometry& geometry, double time_percent);

/// The loss at one of several frequencies, whose time terms are worked out once; `request` has their time percentage.
BasicLoss basic_loss(const Geometry& geometry, const Request& request, const TimeTerms& terms);

/// Throws std::bad_optional_access for p ≠ 50 % on a geometry made for the median only.
BasicLoss basic_loss(const Geometry& geometry, const Request& request);

/// Field strength in dB(µV/m) of 1 kW e.r.p., Eq. (70).
double field_strength_dbuv_per_m(double frequency_mhz, double loss_db);

}  // namespace phusong::propagation::p1812
