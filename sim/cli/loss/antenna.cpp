#include "propagation/antenna/array_m2101.h"
#include "propagation/antenna/element_pattern.h"
#include "sim/cli/loss/models.h"

namespace phusong::loss {
namespace {

using propagation::ParametricPattern;

ParametricPattern element_of(const Fields& fields) {
  return {.beamwidth_h_deg = fields.number("phi_3dB_deg"),
          .beamwidth_v_deg = fields.number("theta_3dB_deg"),
          .max_attenuation_db = fields.number_or("Am_dB", 30.0),
          .side_lobe_limit_db = fields.number_or("SLAv_dB", 30.0)};
}

/// Elements along one side of an array.
int element_count(const Fields& fields, std::string_view name) {
  constexpr int kMost = 1024;
  const int count = fields.whole(name);
  if (count < 1 || count > kMost) throw FieldError(std::string(name) + " is outside 1 … " + std::to_string(kMost));
  return count;
}

Answer gain_answer(const char* column, double gain_db) {
  return {.intermediates = {{column, gain_db}}, .in_columns = true};
}

}  // namespace

Answer antenna_38901(const Fields& fields) {
  const double elevation_deg = 90.0 - fields.number("theta_zenith_deg");
  const double attenuation_db = element_of(fields).attenuation_db(fields.number("phi_deg"), elevation_deg);
  return gain_answer("gain_dBi", fields.number("G_E_max_dBi") - attenuation_db);
}

Answer antenna_m2101(const Fields& fields) {
  const propagation::ArrayM2101 array{.element = element_of(fields),
                                      .element_gain_dbi = fields.number("G_E_max_dBi"),
                                      .columns = element_count(fields, "N_H"),
                                      .rows = element_count(fields, "N_V"),
                                      .column_spacing_wavelengths = fields.number("dH_over_lambda"),
                                      .row_spacing_wavelengths = fields.number("dV_over_lambda"),
                                      .scan_azimuth_deg = fields.number("phi_escan_deg"),
                                      .tilt_down_deg = fields.number("theta_etilt_down_deg")};
  return gain_answer("composite_gain_dBi",
                     composite_gain_dbi(array, fields.number("phi_deg"), fields.number("theta_zenith_deg")));
}

Answer antenna_36942(const Fields& fields) {
  const double angle_deg = fields.number("azimuth_deg") - fields.number_or("orientation_deg", 0.0);
  return gain_answer("gain_dB", -propagation::parabolic_attenuation_db(angle_deg, fields.number("beamwidth_3dB_deg"),
                                                                       fields.number("max_attenuation_dB")));
}

}  // namespace phusong::loss
