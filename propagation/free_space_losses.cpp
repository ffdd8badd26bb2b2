#include "propagation/free_space.h"
#include "propagation/model_losses.h"

namespace phusong::propagation {

std::optional<double> free_space_losses(const PathQuery& query, const PropagationSettings&,
                                        std::span<const double> frequencies_mhz, std::span<PathLoss> losses) {
  const double slant_km =
      slant_distance_km(query.profile.length_km(), query.profile.ground_m.front() + query.tx_height_m,
                        query.profile.ground_m.back() + query.rx_height_m);
  for (std::size_t i = 0; i < frequencies_mhz.size(); ++i)
    losses[i].loss_db = free_space_loss_db(frequencies_mhz[i], slant_km);
  return std::nullopt;
}

}  // namespace phusong::propagation
