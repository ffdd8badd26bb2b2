#pragma once

#include <optional>
#include <span>
#include <vector>

#include "sim/coverage/interference_groups.h"
#include "sim/coverage/maps.h"
#include "sim/coverage/operator_columns.h"
#include "sim/coverage/service_quality.h"
#include "sim/coverage/strongest_cells.h"
#include "sim/coverage/tile_levels.h"
#include "sim/coverage/tiles.h"

namespace phusong::coverage {

/// The maps over one tile while transmitters are added; without places until there is one.
struct TileMaps {
  gis::GridWindow window;
  std::vector<StrongestCells> strongest;        ///< one a map, as MapAccumulator numbers them
  std::vector<std::uint32_t> paths, gap_paths;  ///< to each place, and those of them that have a void sample
  /// [group of cells][place]: what InterferenceGroups sums up; without places for a group that does not reach the tile.
  std::vector<std::vector<double>> interference_mw{};
};

/// Adds the levels of transmitters to the maps: strongest cell, overlap, probability, terrain gaps, and the
/// interference that SINR is made from. Tiles have nothing in common: different ones may be worked on at the same time.
class MapAccumulator {
 public:
  /// Throws std::length_error when a technology has more cells than a UInt16 raster can name.
  MapAccumulator(const scenario::Scenario& scenario, const gis::Terrain& terrain, OperatorColumns operators,
                 const std::vector<network::Technology>& technologies);

  /// Adds those of some transmitters that are in range of the tile, the nearest first. `losses`: one a transmitter;
  /// `levels` is scratch space, one a thread.
  void add(std::span<const Transmitter> transmitters, std::span<const StoredLosses> losses, TileLevels& levels,
           TileMaps& tile) const;

  /// The maps without a value.
  CoverageMaps empty_maps() const;
  /// Writes what a tile has come to into the maps.
  void finish(const TileMaps& tile, CoverageMaps& maps) const;

 private:
  void begin(TileMaps& tile) const;
  /// Adds one transmitter, as many of its carriers as reach the tile.
  void add_one(const Transmitter& transmitter, std::size_t carriers, const StoredLosses& losses, TileLevels& levels,
               TileMaps& tile) const;
  /// The places where a carrier of the transmitter that `levels` stands at may change a map.
  std::vector<std::uint16_t> places_that_matter(const Transmitter& transmitter, std::size_t carrier, TileLevels& levels,
                                                const TileMaps& tile) const;
  /// Whether a carrier of the transmitter that `levels` stands at adds to the interference of the tile.
  bool interferes(const Transmitter& transmitter, std::size_t carrier, const TileLevels& levels) const;
  void add_interference(std::size_t cell, std::span<const float> level_dbm, TileMaps& tile) const;
  std::size_t map_of(std::size_t column, std::size_t technology) const {
    return column * technologies_.size() + technology;
  }
  void finish_map(const gis::GridWindow& window, const StrongestCells& strongest, std::size_t technology,
                  TechnologyMaps& maps) const;
  void finish_quality(const TileMaps& tile, const StrongestCells& strongest, std::size_t technology,
                      TechnologyMaps& maps) const;
  void finish_out_of_range(const gis::GridWindow& window, TechnologyMaps& maps) const;
  bool has_ground(GridCell place) const;

  const scenario::Scenario& scenario_;
  const gis::Terrain& terrain_;
  OperatorColumns operators_;
  std::vector<network::Technology> technologies_;
  ServiceQuality quality_;
  std::optional<InterferenceGroups> interference_;        ///< where coverage.quality
  std::vector<std::vector<std::size_t>> cells_by_value_;  ///< [technology]: index into Network::cells of value i + 1
  std::vector<std::uint16_t> value_of_cell_;              ///< in its technology's best-server rasters; 0 = in none
  std::vector<std::vector<std::size_t>> maps_of_cell_;    ///< the maps that a cell counts for
};

}  // namespace phusong::coverage
