#pragma once

#include <span>
#include <vector>

#include "sim/coverage/maps.h"
#include "sim/coverage/operator_columns.h"
#include "sim/coverage/service_quality.h"
#include "sim/coverage/tile_levels.h"

namespace phusong::coverage {

/// Adds the levels of the cells over a tile to the maps: strongest cell, overlap, probability.
/// Tiles do not touch each other's cells of the maps, so they may be folded in parallel.
class MapAccumulator {
 public:
  /// Sizes the maps of every operator column and technology. Throws std::length_error when a technology has more cells
  /// than a UInt16 raster can name.
  MapAccumulator(const scenario::Scenario& scenario, const gis::Terrain& terrain, OperatorColumns operators,
                 const std::vector<network::Technology>& technologies, CoverageMaps& maps);

  /// `layers` sorted by cell_id.
  void add(std::span<const CellLayer> layers, const gis::GridWindow& window, CoverageMaps& maps) const;

 private:
  /// Of the layers that count for the maps. `has_ground`: whether there is terrain at each place of the window.
  void fold_technology(std::span<const CellLayer* const> layers, std::span<const std::uint8_t> has_ground,
                       const gis::GridWindow& window, TechnologyMaps& maps) const;
  bool counts(std::size_t cell, std::size_t column, network::Technology technology) const;

  const scenario::Scenario& scenario_;
  const gis::Terrain& terrain_;
  OperatorColumns operators_;
  ServiceQuality quality_;
  std::vector<std::uint16_t> raster_value_of_cell_;  ///< in its technology's best-server rasters
};

}  // namespace phusong::coverage
