#include "sim/coverage/map_accumulator.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <limits>
#include <stdexcept>
#include <utility>

#include "propagation/level_power.h"
#include "sim/coverage/verdict_rules.h"
#include "sim/network/interference.h"

namespace phusong::coverage {
namespace {

constexpr float kNan = std::numeric_limits<float>::quiet_NaN();

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

void count_paths(const TileLevels& levels, TileMaps& tile) {
  const std::span<const float> departure_deg = levels.departure_deg();
  const std::span<const std::uint8_t> crosses_void = levels.crosses_void();
  for (std::size_t k = 0; k < tile.paths.size(); ++k) {
    tile.paths[k] += std::isnan(departure_deg[k]) ? 0 : 1;
    tile.gap_paths[k] += crosses_void[k];
  }
}

/// The indices of the marks that are set. Most are not: eight are looked at together.
std::vector<std::uint16_t> set_marks(std::span<const std::uint8_t> marks) {
  std::vector<std::uint16_t> places;
  for (std::size_t first = 0; first < marks.size(); first += sizeof(std::uint64_t)) {
    const std::size_t count = std::min(sizeof(std::uint64_t), marks.size() - first);
    std::uint64_t together = 0;
    std::memcpy(&together, &marks[first], count);
    if (together == 0) continue;
    for (std::size_t k = first; k < first + count; ++k)
      if (marks[k] != 0) places.push_back(static_cast<std::uint16_t>(k));
  }
  return places;
}

}  // namespace

MapAccumulator::MapAccumulator(const scenario::Scenario& scenario, const gis::Terrain& terrain,
                               OperatorColumns operators, const std::vector<network::Technology>& technologies)
    : scenario_(scenario),
      terrain_(terrain),
      operators_(std::move(operators)),
      technologies_(technologies),
      quality_(terrain, scenario.options),
      value_of_cell_(scenario.network.cells.size(), StrongestCells::kNone),
      maps_of_cell_(scenario.network.cells.size()) {
  if (scenario.options.coverage.quality) interference_.emplace(scenario.network, scenario.options.service);
  for (std::size_t technology = 0; technology < technologies_.size(); ++technology) {
    const auto& cells = cells_by_value_.emplace_back(cells_by_id(scenario.network, technologies_[technology]));
    for (std::size_t rank = 0; rank < cells.size(); ++rank) {
      value_of_cell_[cells[rank]] = static_cast<std::uint16_t>(rank + 1);
      for (const std::size_t column : operators_.columns_of_site[scenario.network.cells[cells[rank]].site])
        maps_of_cell_[cells[rank]].push_back(map_of(column, technology));
    }
  }
}

CoverageMaps MapAccumulator::empty_maps() const {
  const std::size_t count = terrain_.grid().cell_count();
  CoverageMaps maps{.grid = terrain_.grid(), .operators = {}, .terrain_gaps = std::vector<float>(count, kNan)};
  for (const std::string& name : operators_.names) {
    OperatorMaps& of_operator = maps.operators.emplace_back(OperatorMaps{.operator_name = name, .technologies = {}});
    for (const network::Technology technology : technologies_) {
      of_operator.technologies.push_back({.technology = technology,
                                          .level_dbm = std::vector<float>(count, kNan),
                                          .probability = std::vector<float>(count, kNan),
                                          .best_server = std::vector<std::uint16_t>(count, StrongestCells::kNone),
                                          .overlap = std::vector<std::uint16_t>(count, 0),
                                          .legend = {},
                                          .sinr_db = std::vector<float>(interference_ ? count : 0, kNan),
                                          .throughput_mbps = {}});
      if (interference_ && network::has_throughput(technology))
        of_operator.technologies.back().throughput_mbps.assign(count, kNan);
    }
  }
  for (std::size_t cell = 0; cell < value_of_cell_.size(); ++cell) {
    for (const std::size_t map : maps_of_cell_[cell]) {
      TechnologyMaps& of = maps.operators[map / technologies_.size()].technologies[map % technologies_.size()];
      of.legend[value_of_cell_[cell]] = scenario_.network.cells[cell].cell_id;
    }
  }
  return maps;
}

void MapAccumulator::begin(TileMaps& tile) const {
  const std::size_t count = tile.window.cell_count();
  tile.paths.assign(count, 0);
  tile.gap_paths.assign(count, 0);
  if (interference_) tile.interference_mw.resize(interference_->count());
  for (std::size_t column = 0; column < operators_.names.size(); ++column) {
    for (const network::Technology technology : technologies_)
      tile.strongest.emplace_back(count, scenario_.options.service.threshold_dbm[technology]);
  }
}

std::vector<std::uint16_t> MapAccumulator::places_that_matter(const Transmitter& transmitter, std::size_t carrier,
                                                              TileLevels& levels, const TileMaps& tile) const {
  std::vector<std::uint8_t> marks(tile.window.cell_count(), 0);
  for (const TransmitterCell& cell : transmitter.cells) {
    if (cell.carrier != carrier) continue;
    const std::span<const float> most_dbm = levels.main_lobe_dbm(cell);
    for (const std::size_t map : maps_of_cell_[cell.cell])
      tile.strongest[map].mark(most_dbm, marks);
  }
  return set_marks(marks);
}

void MapAccumulator::add(std::span<const Transmitter> transmitters, std::span<const StoredLosses> losses,
                         TileLevels& levels, TileMaps& tile) const {
  std::vector<std::pair<double, std::size_t>> by_distance;
  for (std::size_t i = 0; i < transmitters.size(); ++i)
    by_distance.emplace_back(distance_to_window_m(transmitters[i].position, terrain_.grid(), tile.window), i);
  std::ranges::sort(by_distance);
  for (const auto& [distance_m, i] : by_distance) {
    const std::size_t carriers = transmitters[i].frequencies_within(distance_m).size();
    if (carriers > 0) add_one(transmitters[i], carriers, losses[i], levels, tile);
  }
}

void MapAccumulator::add_one(const Transmitter& transmitter, std::size_t carriers, const StoredLosses& losses,
                             TileLevels& levels, TileMaps& tile) const {
  if (tile.paths.empty()) begin(tile);
  levels.begin(transmitter, losses, tile.window);
  count_paths(levels, tile);
  for (std::size_t carrier = 0; carrier < carriers; ++carrier) {
    levels.turn_to(carrier);
    const std::vector<std::uint16_t> places = places_that_matter(transmitter, carrier, levels, tile);
    const bool adds = interferes(transmitter, carrier, levels);
    if (places.empty() && !adds) continue;
    if (adds) {
      levels.select_all();
    } else {
      levels.select(places);
    }
    for (std::size_t i = 0; i < transmitter.cells.size(); ++i) {
      const TransmitterCell& cell = transmitter.cells[i];
      if (cell.carrier != carrier || maps_of_cell_[cell.cell].empty()) continue;
      std::span<const float> level_dbm = levels.level_dbm(i);
      if (adds) {
        add_interference(cell.cell, level_dbm, tile);
        level_dbm = levels.last_level_at(places);
      }
      for (const std::size_t map : maps_of_cell_[cell.cell])
        tile.strongest[map].offer(value_of_cell_[cell.cell], places, level_dbm);
    }
  }
}

bool MapAccumulator::interferes(const Transmitter& transmitter, std::size_t carrier, const TileLevels& levels) const {
  return interference_ && std::ranges::any_of(transmitter.cells, [&](const TransmitterCell& cell) {
           return cell.carrier == carrier && !maps_of_cell_[cell.cell].empty() &&
                  levels.reaches(cell, interference_->least_counted_dbm(cell.cell));
         });
}

void MapAccumulator::add_interference(std::size_t cell, std::span<const float> level_dbm, TileMaps& tile) const {
  std::vector<double>& sum_mw = tile.interference_mw[interference_->group_of(cell)];
  if (sum_mw.empty()) sum_mw.assign(level_dbm.size(), 0.0);
  propagation::add_power(level_dbm, interference_->factor(cell), sum_mw);
}

void MapAccumulator::finish(const TileMaps& tile, CoverageMaps& maps) const {
  for (std::size_t k = 0; k < tile.paths.size(); ++k) {
    const GridCell place = cell_of(tile.window, k);
    if (tile.paths[k] > 0) {
      maps.terrain_gaps[maps.grid.index(place.column, place.row)] =
          static_cast<float>(tile.gap_paths[k]) / static_cast<float>(tile.paths[k]);
    }
  }
  for (std::size_t column = 0; column < maps.operators.size(); ++column) {
    for (std::size_t technology = 0; technology < technologies_.size(); ++technology) {
      TechnologyMaps& of = maps.operators[column].technologies[technology];
      if (tile.strongest.empty()) {
        finish_out_of_range(tile.window, of);
      } else {
        const StrongestCells& strongest = tile.strongest[map_of(column, technology)];
        finish_map(tile.window, strongest, technology, of);
        if (interference_) finish_quality(tile, strongest, technology, of);
      }
    }
  }
}

bool MapAccumulator::has_ground(GridCell place) const {
  const gis::Grid& grid = terrain_.grid();
  return !std::isnan(terrain_.ground_m()[grid.index(place.column, place.row)]) ||
         terrain_.height_near(grid.centre_of(place.column, place.row)).has_value();
}

void MapAccumulator::finish_out_of_range(const gis::GridWindow& window, TechnologyMaps& maps) const {
  for (std::size_t k = 0; k < window.cell_count(); ++k) {
    const GridCell place = cell_of(window, k);
    if (has_ground(place)) maps.probability[terrain_.grid().index(place.column, place.row)] = 0.0F;
  }
}

void MapAccumulator::finish_map(const gis::GridWindow& window, const StrongestCells& strongest, std::size_t technology,
                                TechnologyMaps& maps) const {
  const gis::Grid& grid = terrain_.grid();
  const std::vector<std::uint16_t> overlap = strongest.overlap();
  // Where the ground is the same to every receiver, a cell has one spread of levels.
  const bool is_uniform = !terrain_.has_clutter() && !terrain_.has_zones();
  std::uint16_t spread_of = StrongestCells::kNone;
  double sigma_db = 0.0;
  for (std::size_t k = 0; k < window.cell_count(); ++k) {
    const GridCell place = cell_of(window, k);
    const std::size_t at = grid.index(place.column, place.row);
    const std::uint16_t value = strongest.best_cell()[k];
    maps.best_server[at] = value;
    maps.overlap[at] = overlap[k];
    if (value == StrongestCells::kNone) {
      if (has_ground(place)) maps.probability[at] = 0.0F;
      continue;
    }
    const float level_dbm = strongest.best_dbm()[k];
    if (!is_uniform || value != spread_of) {
      const network::Cell& cell = scenario_.network.cells[cells_by_value_[technology][value - 1]];
      sigma_db = quality_.sigma_db(cell, grid.centre_of(place.column, place.row));
      spread_of = value;
    }
    maps.level_dbm[at] = level_dbm;
    maps.probability[at] = static_cast<float>(probability_above(
        double{level_dbm}, scenario_.options.service.threshold_dbm[technologies_[technology]], sigma_db));
  }
}

void MapAccumulator::finish_quality(const TileMaps& tile, const StrongestCells& strongest, std::size_t technology,
                                    TechnologyMaps& maps) const {
  for (std::size_t k = 0; k < tile.window.cell_count(); ++k) {
    const std::uint16_t value = strongest.best_cell()[k];
    if (value == StrongestCells::kNone) continue;
    const std::size_t cell = cells_by_value_[technology][value - 1];
    const double level_mw = double{propagation::milliwatts_from_dbm(strongest.best_dbm()[k])};
    const double sinr_db = interference_->sinr_db(cell, level_mw, [&](std::size_t group) {
      const std::vector<double>& sum_mw = tile.interference_mw[group];
      return sum_mw.empty() ? 0.0 : sum_mw[k];
    });
    const GridCell place = cell_of(tile.window, k);
    const std::size_t at = terrain_.grid().index(place.column, place.row);
    maps.sinr_db[at] = static_cast<float>(sinr_db);
    if (maps.throughput_mbps.empty()) continue;
    maps.throughput_mbps[at] = static_cast<float>(
        interference_->throughput_mbps(cell, sinr_db).value_or(std::numeric_limits<double>::quiet_NaN()));
  }
}

}  // namespace phusong::coverage
