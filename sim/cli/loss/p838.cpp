#include "propagation/p838/rain.h"
#include "sim/cli/loss/models.h"

namespace phusong::loss {

namespace p838_model = propagation::p838;

Answer p838(const Fields& fields) {
  constexpr std::array kRainRate = {Name{"R_mm_per_h"}, Name{"rain_rate_mm_per_h"}};
  const double frequency_ghz = fields.number(kFrequencyMhz) / 1000.0;
  const double tilt_deg =
      fields.has("tau_deg") ? fields.number("tau_deg") : p838_model::tilt_deg_of(polarization_of(fields));
  const p838_model::Coefficients coefficients = p838_model::coefficients(
      {.frequency_ghz = frequency_ghz, .elevation_deg = fields.number_or(kElevationDeg, 0.0), .tilt_deg = tilt_deg});
  Answer answer{.intermediates = {{"k", coefficients.k}, {"alpha", coefficients.alpha}}, .in_columns = true};
  check(p838_model::kFrequency, frequency_ghz, answer.violations);
  if (const auto rain_rate = fields.optional_number(kRainRate)) {
    check(p838_model::kRainRate, *rain_rate, answer.violations);
    answer.intermediates.emplace_back("gamma_R_dB_per_km", coefficients.specific_attenuation_db_per_km(*rain_rate));
  }
  return answer;
}

}  // namespace phusong::loss
