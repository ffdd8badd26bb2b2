#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "gis/terrain.h"
#include "sim/coverage/area_path_loss.h"
#include "sim/coverage/disc_engine.h"
#include "sim/coverage/store/path_loss_store.h"

namespace phusong::coverage {

/// Path loss over whole discs: for each area they are read from the store or computed, and held in memory while the
/// area's tiles are made.
class DiscPathLoss : public AreaPathLoss {
 public:
  using MakeEngine = std::function<std::unique_ptr<DiscEngine>()>;

  /// `store` may be null: nothing is kept.
  DiscPathLoss(const gis::Terrain& terrain, MakeEngine make_engine, PathLossStore* store);

  std::size_t bytes_for(std::span<const Transmitter> transmitters, const gis::GridWindow& area,
                        Discs discs = Discs::kCut) const override;
  /// Works on masts and parts of discs over all threads; the same result for any number of them. Throws
  /// progress::Stopped.
  void prepare(std::span<const Transmitter> transmitters, const gis::GridWindow& area, progress::Progress& progress,
               Discs discs = Discs::kCut) override;
  void move_on(const gis::GridWindow& area, progress::Progress& progress, Discs kind = Discs::kCut) override;
  void compute(const Transmitter& transmitter, const gis::GridWindow& window, PathLossWindow& result) const override;

 private:
  struct Disc;

  bool keeps() const { return store_ != nullptr && store_->keeps_maps(); }
  std::vector<Disc> discs_in(const gis::GridWindow& area, Discs kind) const;
  void drop_all_but(const std::vector<Disc>& discs);
  void read_kept(std::vector<Disc>& discs, progress::Progress& progress);
  std::size_t sharing_count(std::span<const Disc> discs) const;
  void compute_discs(std::span<Disc> discs, progress::Progress& progress);
  void keep(Disc& disc);

  const gis::Terrain& terrain_;
  MakeEngine make_engine_;
  PathLossStore* store_;
  std::span<const Transmitter> transmitters_;
  std::vector<StoredLosses> losses_;  ///< one a transmitter; without cells where the area needs none of its disc
};

}  // namespace phusong::coverage
