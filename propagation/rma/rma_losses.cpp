#include "propagation/model_losses.h"
#include "propagation/rma/rma.h"

namespace phusong::propagation {

// The model gives medians; time_percent has no effect.
std::optional<double> rma_losses(const PathQuery& query, const PropagationSettings& settings,
                                 std::span<const double> frequencies_mhz, std::span<PathLoss> losses) {
  rma::ProfileInput input{.profile = query.profile,
                          .tx_height_m = query.tx_height_m,
                          .rx_height_m = query.rx_height_m,
                          .delta_n = settings.delta_n};
  for (std::size_t i = 0; i < frequencies_mhz.size(); ++i) {
    input.frequency_mhz = frequencies_mhz[i];
    const rma::MedianLoss result = rma::median_loss(input);
    losses[i] = {.loss_db = result.loss_db, .violations = result.violations};
  }
  return std::nullopt;
}

}  // namespace phusong::propagation
