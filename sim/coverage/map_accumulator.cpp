#include "sim/coverage/map_accumulator.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

#include "propagation/independent_loop.h"
#include "propagation/wide_code.h"

namespace phusong::coverage {
namespace {

constexpr float kNan = std::numeric_limits<float>::quiet_NaN();
constexpr float kOverlapDb = 5.0F;

/// The cells on air of a technology in byte order of their ids; value 1 is the first.
std::vector<std::size_t> cells_by_id(const network::Network& network, network::Technology technology) {
  std::vector<std::size_t> cells;
  for (std::size_t i = 0; i < network.cells.size(); ++i) {
    const network::Cell& cell = network.cells[i];
    if (cell.technology == technology && network.on_air(network.sites[cell.site])) cells.push_back(i);
  }
  if (cells.size() > std::numeric_limits<std::uint16_t>::max()) {
    throw std::length_error("more than 65535 cells of one technology: split the scenario by area or operator");
  }
  std::ranges::sort(cells, {}, [&](std::size_t i) { return network.cells[i].cell_id; });
  return cells;
}

TechnologyMaps empty_maps(network::Technology technology, std::size_t cell_count) {
  return {.technology = technology,
          .level_dbm = std::vector<float>(cell_count, kNan),
          .probability = std::vector<float>(cell_count, kNan),
          .best_server = std::vector<std::uint16_t>(cell_count, 0),
          .overlap = std::vector<std::uint16_t>(cell_count, 0)};
}

PHUSONG_WIDE_BODY void take_stronger_wide(const float* level_dbm, std::int32_t layer, std::size_t count,
                                          float* best_dbm, std::int32_t* best_layer) {
  PHUSONG_INDEPENDENT_LOOP
  for (std::size_t k = 0; k < count; ++k) {
    const bool is_stronger = level_dbm[k] > best_dbm[k];
    best_dbm[k] = is_stronger ? level_dbm[k] : best_dbm[k];
    best_layer[k] = is_stronger ? layer : best_layer[k];
  }
}
void take_stronger(const float* level_dbm, std::int32_t layer, std::size_t count, float* best_dbm,
                   std::int32_t* best_layer) {
  take_stronger_wide(level_dbm, layer, count, best_dbm, best_layer);
}
PHUSONG_AVX2 void take_stronger_by_avx2(const float* level_dbm, std::int32_t layer, std::size_t count, float* best_dbm,
                                        std::int32_t* best_layer) {
  take_stronger_wide(level_dbm, layer, count, best_dbm, best_layer);
}

PHUSONG_WIDE_BODY void count_near_wide(const float* level_dbm, const float* best_dbm, std::size_t count,
                                       std::int32_t* near_best) {
  PHUSONG_INDEPENDENT_LOOP
  for (std::size_t k = 0; k < count; ++k)
    near_best[k] += level_dbm[k] >= best_dbm[k] - kOverlapDb ? 1 : 0;
}
void count_near(const float* level_dbm, const float* best_dbm, std::size_t count, std::int32_t* near_best) {
  count_near_wide(level_dbm, best_dbm, count, near_best);
}
PHUSONG_AVX2 void count_near_by_avx2(const float* level_dbm, const float* best_dbm, std::size_t count,
                                     std::int32_t* near_best) {
  count_near_wide(level_dbm, best_dbm, count, near_best);
}

/// The strongest of some layers at each place of a tile; of two that are as strong the first.
struct StrongestLayers {
  static constexpr std::int32_t kNone = -1;

  StrongestLayers(std::span<const CellLayer* const> layers, std::size_t count)
      : level_dbm(count, -std::numeric_limits<float>::infinity()), layer(count, kNone), near_best(count, 0) {
    const auto take = propagation::wider(take_stronger, take_stronger_by_avx2);
    for (std::size_t i = 0; i < layers.size(); ++i)
      take(layers[i]->level_dbm.data(), static_cast<std::int32_t>(i), count, level_dbm.data(), layer.data());
    const auto count_all = propagation::wider(count_near, count_near_by_avx2);
    for (const CellLayer* const of : layers)
      count_all(of->level_dbm.data(), level_dbm.data(), count, near_best.data());
  }

  std::vector<float> level_dbm;
  std::vector<std::int32_t> layer;      ///< its index, kNone where no cell is in range
  std::vector<std::int32_t> near_best;  ///< how many are within 5 dB of it, itself included
};

}  // namespace

MapAccumulator::MapAccumulator(const scenario::Scenario& scenario, const gis::Terrain& terrain,
                               OperatorColumns operators, const std::vector<network::Technology>& technologies,
                               CoverageMaps& maps)
    : scenario_(scenario),
      terrain_(terrain),
      operators_(std::move(operators)),
      quality_(terrain, scenario.options),
      raster_value_of_cell_(scenario.network.cells.size(), 0) {
  for (const std::string& name : operators_.names)
    maps.operators.push_back({.operator_name = name, .technologies = {}});
  for (network::Technology technology : technologies) {
    const std::vector<std::size_t> cells = cells_by_id(scenario.network, technology);
    for (OperatorMaps& of_operator : maps.operators) {
      of_operator.technologies.push_back(empty_maps(technology, terrain.grid().cell_count()));
    }
    for (std::size_t rank = 0; rank < cells.size(); ++rank) {
      const auto value = static_cast<std::uint16_t>(rank + 1);
      raster_value_of_cell_[cells[rank]] = value;
      for (std::size_t column = 0; column < operators_.names.size(); ++column) {
        if (!counts(cells[rank], column, technology)) continue;
        maps.operators[column].technologies.back().legend[value] = scenario.network.cells[cells[rank]].cell_id;
      }
    }
  }
}

bool MapAccumulator::counts(std::size_t cell_index, std::size_t column, network::Technology technology) const {
  const network::Cell& cell = scenario_.network.cells[cell_index];
  const auto& columns = operators_.columns_of_site[cell.site];
  return cell.technology == technology && std::ranges::find(columns, column) != columns.end();
}

void MapAccumulator::add(std::span<const CellLayer> layers, const gis::GridWindow& window, CoverageMaps& maps) const {
  std::vector<std::uint8_t> has_ground(window.cell_count());
  for (std::size_t k = 0; k < has_ground.size(); ++k) {
    const GridCell place = cell_of(window, k);
    has_ground[k] = terrain_.height_near(terrain_.grid().centre_of(place.column, place.row)) ? 1 : 0;
  }
  for (std::size_t column = 0; column < maps.operators.size(); ++column) {
    for (TechnologyMaps& of_technology : maps.operators[column].technologies) {
      std::vector<const CellLayer*> counted;
      for (const CellLayer& layer : layers) {
        if (counts(layer.cell, column, of_technology.technology)) counted.push_back(&layer);
      }
      fold_technology(counted, has_ground, window, of_technology);
    }
  }
}

void MapAccumulator::fold_technology(std::span<const CellLayer* const> layers, std::span<const std::uint8_t> has_ground,
                                     const gis::GridWindow& window, TechnologyMaps& maps) const {
  const gis::Grid& grid = terrain_.grid();
  const auto threshold_dbm = scenario_.options.service.threshold_dbm[maps.technology];
  const StrongestLayers strongest(layers, window.cell_count());
  for (std::size_t k = 0; k < window.cell_count(); ++k) {
    const GridCell place = cell_of(window, k);
    const std::size_t at = grid.index(place.column, place.row);
    if (has_ground[k] != 0) maps.probability[at] = 0.0F;
    if (strongest.layer[k] == StrongestLayers::kNone) continue;
    const float level_dbm = strongest.level_dbm[k];
    const std::size_t index = layers[static_cast<std::size_t>(strongest.layer[k])]->cell;
    maps.level_dbm[at] = level_dbm;
    maps.best_server[at] = raster_value_of_cell_[index];
    maps.probability[at] = static_cast<float>(quality_.probability(
        scenario_.network.cells[index], grid.centre_of(place.column, place.row), static_cast<double>(level_dbm)));
    if (static_cast<double>(level_dbm) >= threshold_dbm)
      maps.overlap[at] = static_cast<std::uint16_t>(strongest.near_best[k]);
  }
}

}  // namespace phusong::coverage
