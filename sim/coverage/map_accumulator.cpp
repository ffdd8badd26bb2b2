#include "sim/coverage/map_accumulator.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

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

/// Cells within 5 dB of the best at one place, the best included.
std::uint16_t overlap_count(std::span<const CellLayer* const> layers, std::size_t k, float best_dbm) {
  const auto near_best = [=](const CellLayer* layer) { return layer->level_dbm[k] >= best_dbm - kOverlapDb; };
  return static_cast<std::uint16_t>(std::ranges::count_if(layers, near_best));
}

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
  for (std::size_t column = 0; column < maps.operators.size(); ++column) {
    for (TechnologyMaps& of_technology : maps.operators[column].technologies) {
      fold_technology(layers, column, window, of_technology);
    }
  }
}

void MapAccumulator::fold_technology(std::span<const CellLayer> layers, std::size_t column,
                                     const gis::GridWindow& window, TechnologyMaps& maps) const {
  std::vector<const CellLayer*> counted;
  for (const CellLayer& layer : layers) {
    if (counts(layer.cell, column, maps.technology)) counted.push_back(&layer);
  }
  const gis::Grid& grid = terrain_.grid();
  const double threshold_dbm = scenario_.options.service.threshold_dbm[maps.technology];
  for (std::size_t k = 0; k < window.cell_count(); ++k) {
    const GridCell place = cell_of(window, k);
    const std::size_t at = grid.index(place.column, place.row);
    const gis::MapPoint centre = grid.centre_of(place.column, place.row);
    if (terrain_.height_near(centre)) maps.probability[at] = 0.0F;
    const CellLayer* best = nullptr;
    for (const CellLayer* layer : counted) {
      const float level_dbm = layer->level_dbm[k];
      if (!std::isnan(level_dbm) && (best == nullptr || level_dbm > best->level_dbm[k])) best = layer;
    }
    if (best == nullptr) continue;
    const float level_dbm = best->level_dbm[k];
    const network::Cell& cell = scenario_.network.cells[best->cell];
    maps.level_dbm[at] = level_dbm;
    maps.best_server[at] = raster_value_of_cell_[best->cell];
    maps.probability[at] = static_cast<float>(quality_.probability(cell, centre, static_cast<double>(level_dbm)));
    if (static_cast<double>(level_dbm) >= threshold_dbm) maps.overlap[at] = overlap_count(counted, k, level_dbm);
  }
}

}  // namespace phusong::coverage
