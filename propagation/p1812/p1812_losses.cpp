#include "propagation/model_losses.h"
#include "propagation/p1812/limits.h"
#include "propagation/p1812/p1812.h"
#include "propagation/p1812/run_path.h"

namespace phusong::propagation {

std::optional<double> p1812_losses(const PathQuery& query, const PropagationSettings& settings,
                                   std::span<const double> frequencies_mhz, std::span<PathLoss> losses) {
  const p1812::Path path = p1812::run_path(query, settings);
  const p1812::Geometry geometry = p1812::run_geometry(path, settings.time_percent);
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
