#include "propagation/p1812/radio_climate.h"
#include "propagation/p526/delta_bullington.h"
#include "propagation/p526/knife_edge.h"
#include "propagation/p526/rounded_obstacle.h"
#include "sim/cli/loss/models.h"
#include "sim/cli/loss/profile_fields.h"

namespace phusong::loss {

namespace p526_model = propagation::p526;

namespace {

// Given itself, or by the refractivity gradient; else the median of P.526.
double effective_radius_km(const Fields& fields) {
  constexpr double kMedianKm = 8500.0;
  if (const auto radius_km = fields.optional_number(kEffectiveRadiusKm)) return *radius_km;
  if (!fields.has(kDeltaN)) return kMedianKm;
  return propagation::p1812::median_effective_earth_radius_km(fields.number(kDeltaN));
}

}  // namespace

Answer p526(const Fields& fields) {
  const OwnedProfile owned = profile_of(fields);
  const propagation::Profile profile = owned.view();
  const p526_model::Terminals ends{.tx_height_m = profile.ground_m.front() + fields.number(kTxHeightM),
                                   .rx_height_m = profile.ground_m.back() + fields.number(kRxHeightM)};
  const p526_model::SurfaceHeights surface =
      p526_model::diffraction_surface(p526_model::least_squares_surface(profile.distance_km, profile.ground_m),
                                      profile.distance_km, profile.ground_m, ends);
  const p526_model::DiffractionGeometry geometry =
      p526_model::diffraction_geometry(profile, ends, surface, effective_radius_km(fields));
  const p526_model::DeltaBullington parts =
      p526_model::delta_bullington(geometry, {.frequency_mhz = fields.number(kFrequencyMhz),
                                              .polarization = polarization_of(fields),
                                              .sea_fraction = fields.number_or(kSeaFraction, sea_fraction_of(owned))});
  Answer answer{.loss_db = parts.ld_db};
  answer.intermediates = {{"Lbulla_dB", parts.lbulla_db},
                          {"Lbulls_dB", parts.lbulls_db},
                          {"Ldsph_dB", parts.ldsph_db},
                          {"Ld_dB", parts.ld_db},
                          {"hts_prime_eff_m", geometry.smooth_path.tx_height_m},
                          {"hrs_prime_eff_m", geometry.smooth_path.rx_height_m},
                          {"ae_km", geometry.smooth_path.effective_earth_radius_km}};
  return answer;
}

Answer p526_knife_edge(const Fields& fields) {
  const double loss_db = p526_model::knife_edge_loss_db(fields.number("nu"));
  return {.loss_db = loss_db, .intermediates = {{"J_dB", loss_db}}, .in_columns = true};
}

Answer p526_rounded_obstacle(const Fields& fields) {
  const p526_model::RoundedObstacleLoss loss = p526_model::rounded_obstacle_loss({.height_m = fields.number("h_m"),
                                                                                  .distance_1_m = fields.number("d1_m"),
                                                                                  .distance_2_m = fields.number("d2_m"),
                                                                                  .radius_m = fields.number("R_m")},
                                                                                 fields.number(kFrequencyMhz));
  return {.loss_db = loss.total_db,
          .intermediates = {{"T_mn_dB", loss.curvature_db},
                            {"m_check", loss.m},
                            {"n_check", loss.n},
                            {"nu_check", loss.nu},
                            {"J_nu_check_dB", loss.knife_edge_db},
                            {"A_total_check_dB", loss.total_db}},
          .in_columns = true};
}

Answer p526_spherical_earth(const Fields& fields) {
  const p526_model::SphericalPath path{.distance_km = fields.number(kDistanceKm),
                                       .tx_height_m = fields.number("h1_eff_m"),
                                       .rx_height_m = fields.number("h2_eff_m"),
                                       .effective_earth_radius_km = fields.number(kEffectiveRadiusKm)};
  const double loss_db =
      p526_model::spherical_earth_loss_db(path, {.frequency_mhz = fields.number(kFrequencyMhz),
                                                 .polarization = polarization_of(fields),
                                                 .sea_fraction = fields.number_or(kSeaFraction, 0.0)});
  return {.loss_db = loss_db, .intermediates = {{"Ldsph_dB", loss_db}}, .in_columns = true};
}

}  // namespace phusong::loss
