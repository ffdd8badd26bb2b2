#include "propagation/itm/itm.h"

#include <stdexcept>
#include <string>

#include "propagation/itm/limits.h"
#include "propagation/itm/radio_path.h"
#include "propagation/itm/reference_attenuation.h"
#include "propagation/itm/terrain.h"
#include "propagation/itm/variability.h"

namespace phusong::propagation::itm {
namespace {

void check_enumerators(const Settings& settings) {
  climate_from_code(static_cast<int>(settings.climate));
  variability_mode(settings.mdvar);
}

Result evaluate(const Settings& settings, const RadioPath& path, Findings& findings) {
  check_path(path, findings);
  const ReferenceAttenuation reference = reference_attenuation(path);
  const Variability variability(settings);
  findings.warn_if(variability.is_extreme(), kExtremeVariability);
  const double attenuation_db = variability.attenuation_quantile_db(path, reference.attenuation_db);

  Result result{.free_space_db = free_space_db(settings.frequency_mhz, path.geometry.distance_m),
                .reference_attenuation_db = reference.attenuation_db,
                .delta_h_m = path.geometry.delta_h_m,
                .surface_refractivity = path.surroundings.surface_refractivity,
                .horizon_distance_m = path.geometry.horizon_distance_m,
                .horizon_angle_rad = path.geometry.horizon_angle_rad,
                .effective_height_m = path.geometry.effective_height_m,
                .regime = reference.regime};
  result.loss_db = attenuation_db + result.free_space_db;
  findings.put_into(result);
  return result;
}

}  // namespace

Climate climate_from_code(int code) {
  if (code < 1 || code > 7) throw std::invalid_argument("unknown climate " + std::to_string(code));
  return static_cast<Climate>(code);
}

Siting siting_from_code(int code) {
  if (code < 0 || code > 2) throw std::invalid_argument("unknown siting criterion " + std::to_string(code));
  return static_cast<Siting>(code);
}

Result point_to_point(const PointToPointInput& input) {
  check_enumerators(input.settings);
  Findings findings;
  check_common(input.settings, input.tx_height_m, input.rx_height_m, findings);

  const EvenProfile profile = even_profile(input.profile);
  RadioPath path{.frequency_mhz = input.settings.frequency_mhz,
                 .surroundings = surroundings(input.settings, mean_path_height_m(profile)),
                 .profile_is_known = true};
  path.geometry = geometry_of(profile, {input.tx_height_m, input.rx_height_m}, path.effective_radius_m());
  return evaluate(input.settings, path, findings);
}

Result area(const AreaInput& input) {
  check_enumerators(input.settings);
  siting_from_code(static_cast<int>(input.tx_siting));
  siting_from_code(static_cast<int>(input.rx_siting));
  Findings findings;
  check_common(input.settings, input.tx_height_m, input.rx_height_m, findings);
  findings.check(kDistance, input.distance_km);
  findings.check(kDeltaH, input.delta_h_m);

  RadioPath path{.frequency_mhz = input.settings.frequency_mhz, .surroundings = surroundings(input.settings, 0.0)};
  path.geometry = geometry_of(input, path.effective_radius_m());
  return evaluate(input.settings, path, findings);
}

}  // namespace phusong::propagation::itm
