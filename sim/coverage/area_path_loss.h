#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "gis/grid.h"
#include "sim/coverage/transmitters.h"
#include "sim/progress/progress.h"

namespace phusong::coverage {

/// Path loss of one transmitter over a window of the grid; row-major from the window's north-west cell.
/// NaN = further away than the range, or off the terrain.
struct PathLossWindow {
  gis::GridWindow window;
  std::vector<float> departure_deg;         ///< angle at which the ray leaves the mast, up positive
  std::vector<std::vector<float>> loss_db;  ///< one array a frequency of the transmitter
  std::vector<std::uint8_t> crosses_void;   ///< 1 where the path has a void sample

  /// Sizes every array for the window and fills the numbers with NaN.
  void reset(const gis::GridWindow& of, std::size_t frequencies);
};

/// How much of a transmitter's disc is held for an area that it reaches into.
enum class Discs {
  kCut,    ///< the part in the area
  kWhole,  ///< all of it, so that the next area need not compute it again
};

/// "Path loss of a mast over an area": the one thing that map making asks of propagation.
/// compute() is safe to call from several threads at once.
class AreaPathLoss {
 public:
  virtual ~AreaPathLoss() = default;
  /// Memory that prepare() would take.
  virtual std::size_t bytes_for(std::span<const Transmitter> /*transmitters*/, const gis::GridWindow& /*area*/,
                                Discs /*discs*/ = Discs::kCut) const {
    return 0;
  }
  /// Says that windows within `area` will be asked for, of these transmitters and no others, until it is called
  /// again. Call it before compute(), from one thread; the transmitters must outlive that use.
  virtual void prepare(std::span<const Transmitter> /*transmitters*/, const gis::GridWindow& /*area*/,
                       progress::Progress& /*progress*/, Discs /*discs*/ = Discs::kCut) {}
  /// The same for another area and the transmitters of the last prepare(): what both areas need is kept.
  virtual void move_on(const gis::GridWindow& /*area*/, progress::Progress& /*progress*/,
                       Discs /*discs*/ = Discs::kCut) {}
  /// Fills `result` for `window`; its arrays are resized and reused.
  virtual void compute(const Transmitter& transmitter, const gis::GridWindow& window, PathLossWindow& result) const = 0;
};

}  // namespace phusong::coverage
