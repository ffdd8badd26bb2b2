#pragma once

#include <span>
#include <vector>

#include "gis/terrain.h"
#include "sim/coverage/disc_engine.h"
#include "sim/coverage/store/path_loss_store.h"
#include "sim/progress/progress.h"

namespace phusong::coverage {

/// Path loss over whole discs: read from the store, or computed and kept there.
class DiscPathLoss {
 public:
  /// `store` may be null: nothing is kept.
  DiscPathLoss(const gis::Terrain& terrain, MakeDiscEngine make_engine, PathLossStore* store);

  /// The losses of each transmitter over its disc_window(). Works on masts and parts of discs over all threads; the
  /// same result for any number of them. Advances `progress` by steps(). Throws progress::Stopped.
  std::vector<StoredLosses> compute(std::span<const Transmitter> transmitters, progress::Progress& progress) const;

  /// The pieces of work that transmitters are.
  std::size_t steps(std::span<const Transmitter> transmitters) const;
  /// The memory that their losses take.
  std::size_t bytes(std::span<const Transmitter> transmitters) const;

 private:
  /// Those among `transmitters` that are not in the store, as indices. Fills the losses of the others.
  std::vector<std::size_t> read_kept(std::span<const Transmitter> transmitters, const DiscEngine& engine,
                                     std::vector<StoredLosses>& losses, progress::Progress& progress) const;

  const gis::Terrain& terrain_;
  MakeDiscEngine make_engine_;
  PathLossStore* store_;
};

}  // namespace phusong::coverage
