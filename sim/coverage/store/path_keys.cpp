#include "sim/coverage/store/path_keys.h"

#include <array>
#include <cstdint>

#include "propagation/sweep/ray_sweep.h"
#include "sim/coverage/store/engine_digest.h"

namespace phusong::coverage {
namespace {

/// Of another order of bytes, another key.
constexpr std::uint32_t kByteOrder = 0x01020304;

void add_model(KeyBuilder& key, const propagation::PropagationSettings& settings) {
  key.add(settings.model).add(settings.time_percent).add(settings.delta_n).add(settings.n0).add(settings.polarization);
  if (settings.model == propagation::Model::kItm) {
    key.add(settings.itm_climate).add(settings.itm_epsilon).add(settings.itm_sigma_s_per_m).add(settings.itm_mdvar);
  }
  if (settings.model == propagation::Model::kExtendedHata) key.add(settings.ehata_environment_nlcd);
}

void add_terrain(KeyBuilder& key, const gis::Terrain& terrain, bool adds_clutter) {
  const gis::Grid& grid = terrain.grid();
  key.add(grid.left_m).add(grid.top_m).add(grid.cell_size_m).add(grid.columns).add(grid.rows);
  key.add_list(terrain.ground_m()).add_list(terrain.zone());
  if (adds_clutter) key.add_list(terrain.clutter_m());
}

void add_transmitter(KeyBuilder& key, const Transmitter& transmitter) {
  key.add(transmitter.position.x_m).add(transmitter.position.y_m).add(transmitter.latitude_deg);
  key.add(transmitter.antenna_height_agl_m);
  key.add_list(transmitter.frequencies_mhz).add_list(transmitter.carrier_range_m);
}

}  // namespace

PathKeys::PathKeys(const gis::Terrain& terrain, const gis::WorkingCrs& crs, const scenario::Options& options) {
  const scenario::PropagationOptions& propagation = options.propagation;
  KeyBuilder key;
  key.add(kEngineDigest).add(propagation::sweep::instruction_set()).add(kByteOrder);
  add_model(key, propagation.settings);
  key.add(propagation.zone).add(propagation.receiver_height_m);
  add_terrain(key, terrain, options.terrain.elevation_kind == scenario::ElevationKind::kTerrain);
  key.add(crs.definition());
  all_have_ = key.key();
}

EntryKey PathKeys::over_disc(const Transmitter& transmitter) const {
  KeyBuilder key;
  key.add("disc").add_list(all_have_.digest);
  add_transmitter(key, transmitter);
  return key.key();
}

EntryKey PathKeys::to_points(const Transmitter& transmitter, std::span<const ReceiverPoint> points,
                             std::span<const std::uint32_t> in_range) const {
  KeyBuilder key;
  key.add("points").add_list(all_have_.digest);
  add_transmitter(key, transmitter);
  key.add(in_range.size());
  for (const std::uint32_t i : in_range) {
    const ReceiverPoint& point = points[i];
    key.add_list(std::array{point.position.x_m, point.position.y_m, point.latitude_deg});
  }
  return key.key();
}

}  // namespace phusong::coverage
