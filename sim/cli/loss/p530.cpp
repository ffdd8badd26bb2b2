#include <cmath>

#include "propagation/p530/availability.h"
#include "propagation/p530/fresnel.h"
#include "propagation/p530/multipath.h"
#include "propagation/p530/rain.h"
#include "sim/cli/loss/models.h"

namespace phusong::loss {

namespace p530_model = propagation::p530;

namespace {

p530_model::Hop hop_of(const Fields& fields) {
  return {.distance_km = fields.number(kDistanceKm),
          .frequency_ghz = fields.number(kFrequencyMhz) / 1000.0,
          .tx_height_amsl_m = fields.number_or("he_m_amsl", 0.0),
          .rx_height_amsl_m = fields.number_or("hr_m_amsl", 0.0),
          .mean_terrain_amsl_m = fields.number_or("ht_mean_terrain_m_amsl", 0.0),
          .latitude_deg = fields.number_or(kLatitudeDeg, 0.0)};
}

// Multipath where the climate is given: by the maps' log10K and dN75, or by dN1.
std::optional<double> add_multipath(const Fields& fields, const p530_model::Hop& hop, Answer& answer) {
  constexpr std::array kDn1 = {Name{"dn1"}, Name{"dN1_Nunits_per_km"}};
  const bool by_maps = fields.has("log10K");
  if (!by_maps && !fields.has(kDn1)) return std::nullopt;
  check_multipath_limits(hop, answer.violations);
  const auto deep_fade_percent = [&](double depth_db) {
    if (!by_maps) return p530_model::deep_fade_percent_from_dn1(hop, fields.number(kDn1), depth_db);
    return p530_model::deep_fade_percent(hop, {fields.number("log10K"), fields.number("dN75_Nunits")}, depth_db);
  };
  const double p0_percent = deep_fade_percent(0.0);
  answer.intermediates.emplace_back("p0_percent", p0_percent);
  answer.intermediates.emplace_back("geoclimatic_conversion_dB", p530_model::geoclimatic_conversion_db(hop));
  if (fields.has("fade_depth_A_dB")) {
    const double depth_db = fields.number("fade_depth_A_dB");
    answer.intermediates.emplace_back("pw_single_freq_percent", deep_fade_percent(depth_db));
    answer.intermediates.emplace_back("pw_all_fades_percent", p530_model::any_fade_percent(p0_percent, depth_db));
    answer.intermediates.emplace_back("p_all_fades_annual_percent",
                                      p530_model::any_fade_annual_percent(p0_percent, hop, depth_db));
  }
  if (fields.has("enhancement_E_dB")) {
    answer.intermediates.emplace_back(
        "pw_enhancement_not_exceeded_percent",
        p530_model::enhancement_not_exceeded_percent(p0_percent, fields.number("enhancement_E_dB")));
  }
  return p0_percent;
}

// Rain where its rate is given.
std::optional<p530_model::RainQuery> add_rain(const Fields& fields, const p530_model::Hop& hop, Answer& answer) {
  if (!fields.has("R001_mm_per_h")) return std::nullopt;
  const p530_model::RainQuery query{.distance_km = hop.distance_km,
                                    .wave = {.frequency_ghz = hop.frequency_ghz,
                                             .elevation_deg = fields.number_or(kElevationDeg, 0.0),
                                             .tilt_deg = propagation::p838::tilt_deg_of(polarization_of(fields))},
                                    .r001_mm_per_h = fields.number("R001_mm_per_h")};
  const double p_percent = fields.number_or(kPercent, 0.01);
  check_rain_limits(query, p_percent, answer.violations);
  const p530_model::RainAttenuation rain(query);
  answer.intermediates.emplace_back("rain_Ap_dB", rain.exceeded_db(p_percent));
  answer.intermediates.emplace_back("rain_Ap_dB_no_rlimit", rain.unbounded_exceeded_db(p_percent));
  answer.intermediates.emplace_back("gammaR_dB_per_km", rain.specific_attenuation_db_per_km());
  answer.intermediates.emplace_back("alpha", rain.coefficients().alpha);
  answer.intermediates.emplace_back("r_factor", rain.unbounded_distance_factor());
  answer.intermediates.emplace_back("r_factor_limited", rain.distance_factor());
  return query;
}

// An obstacle where one is given.
void add_obstacle(const Fields& fields, const p530_model::Hop& hop, Answer& answer) {
  if (!fields.has("obstacle_d1_km")) return;
  const double d1_km = fields.number("obstacle_d1_km");
  const double f1_m = p530_model::first_fresnel_radius_m(hop.frequency_ghz, d1_km, hop.distance_km - d1_km);
  answer.intermediates.emplace_back("F1_m", f1_m);
  if (fields.has("obstacle_h_m")) {
    answer.intermediates.emplace_back("Ad_dB", p530_model::obstacle_loss_db(fields.number("obstacle_h_m"), f1_m));
  }
}

}  // namespace

Answer p530(const Fields& fields) {
  const p530_model::Hop hop = hop_of(fields);
  Answer answer{.in_columns = true};
  const auto p0_percent = add_multipath(fields, hop, answer);
  const auto rain = add_rain(fields, hop, answer);
  add_obstacle(fields, hop, answer);
  if (p0_percent && rain && fields.has("fade_margin_db")) {
    const p530_model::Availability availability = p530_model::availability(
        {.hop = hop, .p0_percent = *p0_percent, .rain = *rain, .fade_margin_db = fields.number("fade_margin_db")});
    answer.intermediates.emplace_back("multipath_percent", availability.multipath_percent);
    answer.intermediates.emplace_back("rain_percent", availability.rain_percent);
    answer.intermediates.emplace_back("availability_percent", availability.availability_percent);
  }
  return answer;
}

}  // namespace phusong::loss
