#pragma once

#include <span>

#include "propagation/sweep/ray.h"
#include "sim/coverage/ray_fan.h"
#include "sim/coverage/swept_terrain.h"

namespace phusong::coverage {

/// Reads the last few samples of each receiver's own straight line from the mast, placed as on an exact path.
class OwnSampler {
 public:
  explicit OwnSampler(const SweptTerrain& terrain) : terrain_(terrain) {}

  /// Receivers `first` and on stand at `cells`, their distances are set. Says whether heights stay NaN for being void.
  bool read(const MastPlace& mast, std::span<const FanCell> cells, std::size_t first,
            propagation::sweep::Receivers& receivers) const;

 private:
  /// As many receivers as places are read at a time.
  bool read_run(const MastPlace& mast, std::span<const FanCell> cells, std::size_t first,
                propagation::sweep::Receivers& receivers) const;
  /// One receiver near the border of the terrain or of a void.
  bool read_carefully(const MastPlace& mast, const FanCell& cell, std::size_t receiver,
                      propagation::sweep::Receivers& receivers) const;
  void read_cover(const MastPlace& mast, const FanCell& cell, std::size_t receiver,
                  propagation::sweep::Receivers& receivers) const;

  const SweptTerrain& terrain_;
};

/// Straight lines over void own samples, from what is known before them: true where there are any.
bool bridge_own_samples(const propagation::sweep::Ray& ray, std::size_t receiver,
                        propagation::sweep::Receivers& receivers);

}  // namespace phusong::coverage
