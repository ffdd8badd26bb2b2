#include "propagation/model_losses.h"
#include "propagation/p1812/even_geometry.h"
#include "propagation/p1812/limits.h"

namespace phusong::propagation {

std::optional<double> p1812_losses(const PathQuery& query, const PropagationSettings& settings,
                                   std::span<const double> frequencies_mhz, std::span<PathLoss> losses) {
  const p1812::Path path{.profile = query.profile,
                         .tx_height_m = query.tx_height_m,
                         .rx_height_m = query.rx_height_m,
                         .latitude_deg = query.latitude_deg,
                         .delta_n = settings.delta_n,
                         .n0 = settings.n0};
  const auto times = settings.time_percent == 50.0 ? p1812::ForTime::kMedianOnly : p1812::ForTime::kAny;
  const bool is_even = times == p1812::ForTime::kMedianOnly && query.profile.has_equal_steps && has_even_geometry(path);
  const p1812::Geometry geometry = is_even ? p1812::even_geometry(path) : p1812::geometry_of(path, times);
  const p1812::TimeTerms terms = p1812::time_terms(geometry, settings.time_percent);
  for (std::size_t i = 0; i < frequencies_mhz.size(); ++i) {
    const p1812::Request request{.frequency_mhz = frequencies_mhz[i],
                                 .time_percent = settings.time_percent,
                                 .polarization = settings.polarization};
    p1812::check_limits(path, request, losses[i].violations);
    losses[i].loss_db = p1812::basic_loss(geometry, request, terms).lb_db;
  }
  return geometry.horizons.theta_t_mrad / 1000.0;
}

}  // namespace phusong::propagation
