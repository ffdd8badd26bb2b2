#pragma once

#include <span>
#include <vector>

#include "gis/grid.h"

namespace phusong::coverage {

/// A transmitting antenna seen as an isotropic point: where it stands and at which frequencies.
struct MastRequest {
  gis::MapPoint position;
  double antenna_height_agl_m = 0.0;
  std::vector<double> frequencies_mhz;
  double max_range_m = 0.0;  ///< cells whose centre is further away are left NaN
};

/// Path loss of one mast over a window of the grid; row-major from the window's north-west cell.
struct PathLossWindow {
  gis::GridWindow window;
  std::vector<float> departure_deg;         ///< angle at which the ray leaves the mast, up positive
  std::vector<std::vector<float>> loss_db;  ///< one array a frequency; NaN = out of range or off the terrain
};

/// "Path loss of a mast over an area": the one thing that map making asks of propagation.
/// Implementations are safe to call from several threads at once.
class AreaPathLoss {
 public:
  virtual ~AreaPathLoss() = default;
  /// Fills `result` for `window`; its arrays are resized and reused.
  virtual void compute(const MastRequest& mast, const gis::GridWindow& window, PathLossWindow& result) const = 0;
};

}  // namespace phusong::coverage
