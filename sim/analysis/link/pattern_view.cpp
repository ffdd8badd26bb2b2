#include "sim/analysis/link/pattern_view.h"

#include "propagation/antenna/element_pattern.h"

namespace phusong::analysis {

PatternView pattern_view(const network::Cell& cell, const DirectionFromCell& direction) {
  const auto attenuation_db = [&](double true_azimuth_deg, double elevation_deg) {
    return cell.antenna.attenuation_db(true_azimuth_deg - direction.convergence_deg, elevation_deg);
  };
  PatternView view{.direction = direction,
                   .boresight_deg = cell.azimuth_true_deg,
                   .attenuation_db = attenuation_db(direction.azimuth_deg, direction.departure_deg)};
  if (view.boresight_deg)
    view.off_boresight_deg = propagation::wrapped_deg(direction.azimuth_deg - *view.boresight_deg);
  for (int azimuth_deg = 0; azimuth_deg < 360; ++azimuth_deg)
    view.azimuth_cut_db.push_back(attenuation_db(azimuth_deg, direction.departure_deg));
  for (int elevation_deg = -90; elevation_deg <= 90; ++elevation_deg)
    view.elevation_cut_db.push_back(attenuation_db(direction.azimuth_deg, elevation_deg));
  return view;
}

}  // namespace phusong::analysis
