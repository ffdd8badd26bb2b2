#include "propagation/itm/run_settings.h"
#include "propagation/model_losses.h"

namespace phusong::propagation {

itm::Settings itm::settings_from(const PropagationSettings& settings) {
  return {.climate = climate_from_code(settings.itm_climate),
          .n0 = settings.n0,
          .polarization = settings.polarization,
          .epsilon = settings.itm_epsilon,
          .sigma_s_per_m = settings.itm_sigma_s_per_m,
          .mdvar = settings.itm_mdvar,
          .time_percent = settings.time_percent};
}

std::optional<double> itm_losses(const PathQuery& query, const PropagationSettings& settings,
                                 std::span<const double> frequencies_mhz, std::span<PathLoss> losses) {
  itm::PointToPointInput input{.settings = itm::settings_from(settings),
                               .profile = query.profile,
                               .tx_height_m = query.tx_height_m,
                               .rx_height_m = query.rx_height_m};
  for (std::size_t i = 0; i < frequencies_mhz.size(); ++i) {
    input.settings.frequency_mhz = frequencies_mhz[i];
    const itm::Result result = itm::point_to_point(input);
    losses[i] = {.loss_db = result.loss_db, .violations = result.violations};
  }
  return std::nullopt;
}

}  // namespace phusong::propagation
