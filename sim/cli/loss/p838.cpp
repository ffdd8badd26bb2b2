#include "propagation/p838/rain.h"
#include "sim/cli/loss/models.h"

namespace phusong::loss {

namespace model = propagation::p838;

Answer p838(const Fields& fields) {
  constexpr std::array kRainRate = {Name{"R_mm_per_h"}, Name{"rain_rate_mm_per_h"}};
  const double frequency_ghz = fields.number(kFrequencyMhz) / 1000.0;
  const double tilt_deg =
      fields.has("tau_deg") ? fields.number("tau_deg") : model::tilt_deg_of(polarization_of(fields));
  const model::Coefficients coefficients = model::coefficients(
      {.frequency_ghz = frequency_ghz, .elevation_deg = fields.number_or(kElevationDeg, 0.0), .tilt_deg = tilt_deg});
  Answer answer{.intermediates = {{"k", coefficients.k}, {"alpha", coefficients.alpha}}, .in_columns = true};
  check(model::kFrequency, frequency_ghz, answer.violations);
  if (const auto rain_rate = fields.optional_number(kRainRate)) {
    check(model::kRainRate, *rain_rate, answer.violations);
    answer.intermediates.emplace_back("gamma_R_dB_per_km", coefficients.specific_attenuation_db_per_km(*rain_rate));
  }
  return answer;
}

}  // namespace phusong::loss
