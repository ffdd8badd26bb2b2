#include "propagation/ehata/ehata.h"
#include "propagation/model_losses.h"

namespace phusong::propagation {

// The model knows variability over locations alone; time_percent has no effect.
std::optional<double> ehata_losses(const PathQuery& query, const PropagationSettings& settings,
                                   std::span<const double> frequencies_mhz, std::span<PathLoss> losses) {
  ehata::Input input{.profile = query.profile,
                     .base_height_m = query.tx_height_m,
                     .mobile_height_m = query.rx_height_m,
                     .environment = ehata::environment_from_nlcd(settings.ehata_environment_nlcd)};
  for (std::size_t i = 0; i < frequencies_mhz.size(); ++i) {
    input.frequency_mhz = frequencies_mhz[i];
    const ehata::Result result = ehata::predict(input);
    losses[i] = {.loss_db = result.loss_db, .violations = result.violations};
  }
  return std::nullopt;
}

}  // namespace phusong::propagation
