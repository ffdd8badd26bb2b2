#include "sim/coverage/sweep_disc_engine.h"

#include <algorithm>

#include "sim/coverage/disc_sweeper.h"
#include "sim/coverage/ray_fan.h"

namespace phusong::coverage {
namespace {

/// Rays of one task: small enough that one mast fills all cores, large enough to be worth turning to its mast.
constexpr int kRaysPerPart = 128;

/// A disc in parts of neighbouring rays.
class SweepEngine final : public DiscEngine {
 public:
  SweepEngine(const gis::Terrain& terrain, const scenario::Options& options,
              const std::vector<double>& row_latitude_deg)
      : grid_(terrain.grid()), sweeper_(terrain, options, row_latitude_deg) {}

  int parts(const Transmitter& transmitter) const override {
    return (rays_of(transmitter) + kRaysPerPart - 1) / kRaysPerPart;
  }

  void compute(std::span<const Transmitter> antennas, int part, std::span<StoredLosses* const> losses) override {
    if (!sweeper_.begin(antennas)) return;
    const int first_ray = part * kRaysPerPart;
    sweeper_.sweep(first_ray, std::min(first_ray + kRaysPerPart, sweeper_.ray_count()), losses);
    if (part == 0) sweeper_.fill_short_paths(losses);
  }

 private:
  int rays_of(const Transmitter& transmitter) const {
    return RayFan(grid_, transmitter.position, transmitter.carrier_range_m.front()).ray_count();
  }

  const gis::Grid& grid_;
  DiscSweeper sweeper_;
};

}  // namespace

MakeDiscEngine sweep_disc_engines(const gis::Terrain& terrain, const gis::WorkingCrs& crs,
                                  const scenario::Options& options) {
  const auto row_latitude_deg = std::make_shared<const std::vector<double>>(row_latitudes_deg(terrain.grid(), crs));
  return [&terrain, &options, row_latitude_deg] {
    return std::make_unique<SweepEngine>(terrain, options, *row_latitude_deg);
  };
}

}  // namespace phusong::coverage
