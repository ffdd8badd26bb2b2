#include "gis/terrain_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <new>
#include <stdexcept>

#include "gis/elevation_check.h"
#include "gis/elevation_tiles.h"
#include "gis/memory_raster.h"
#include "gis/open_elevation.h"
#include "gis/raster_source.h"
#include "gis/warp.h"
#include "gis/zone_raster.h"

namespace phusong::gis {
namespace {

/// More cells than a scenario can mean: a cell size typed in the wrong unit, found before the memory is gone.
constexpr double kMostCells = 1e9;

/// Elevation in memory, with voids as NaN, still in the CRS of its files.
struct Elevation {
  ElevationTiles tiles;
  std::vector<float> heights_m;
  DatasetPtr raster;

  WarpSource warp_source() const { return {*raster, tiles.frame}; }
  const std::string& file() const { return tiles.tiles.front()->file; }
};

std::vector<Elevation> read_all(const std::vector<RasterSource>& sources, HeightRange range,
                                std::vector<InputNote>& notes) {
  std::vector<ElevationTiles> sets = put_together(sources);
  check_pixel_count(sets);
  std::vector<Elevation> elevations;
  std::vector<OutsideRange> outside;
  for (ElevationTiles& tiles : sets) {
    Elevation elevation{.tiles = std::move(tiles)};
    elevation.heights_m = read_elevation(elevation.tiles, range, outside);
    elevation.raster = wrap_in_raster(std::span(elevation.heights_m), elevation.tiles.frame);
    elevations.push_back(std::move(elevation));
  }
  std::ranges::move(notes_on(outside, range), std::back_inserter(notes));
  return elevations;
}

void check_size(double columns, double rows, double cell_size_m, const std::string& file) {
  if (columns * rows <= kMostCells) return;
  fail(file, fmt::format("{:.2g} cells of {} m are more than the {:.0e} that a terrain may have, and need {} of memory",
                         columns * rows, cell_size_m, kMostCells, memory_text(columns * rows)));
}

/// `grid` made larger by whole cells until it holds `other`, that of `file`.
Grid extended(const Grid& grid, const Grid& other, const std::string& file) {
  // A cell boundary that differs by rounding alone is the same.
  constexpr double kSlackCells = 1e-6;
  const auto in_cells = [&](double metres) {
    return std::max(0.0, std::ceil(metres / grid.cell_size_m - kSlackCells));
  };
  check_size(grid.columns + in_cells(grid.left_m - other.left_m) + in_cells(other.right_m() - grid.right_m()),
             grid.rows + in_cells(other.top_m - grid.top_m) + in_cells(grid.bottom_m() - other.bottom_m()),
             grid.cell_size_m, file);
  const auto cells = [&](double metres) { return static_cast<int>(in_cells(metres)); };
  const int left = cells(grid.left_m - other.left_m);
  const int top = cells(other.top_m - grid.top_m);
  const int right = cells(other.right_m() - grid.right_m());
  const int bottom = cells(grid.bottom_m() - other.bottom_m());
  return {.left_m = grid.left_m - left * grid.cell_size_m,
          .top_m = grid.top_m + top * grid.cell_size_m,
          .cell_size_m = grid.cell_size_m,
          .columns = grid.columns + left + right,
          .rows = grid.rows + top + bottom};
}

Grid common_grid(const std::vector<Elevation>& elevations, const WorkingCrs& crs, double cell_size_m) {
  Grid grid = suggested_grid(elevations.front().warp_source(), crs, cell_size_m);
  check_size(grid.columns, grid.rows, grid.cell_size_m, elevations.front().file());
  for (const Elevation& elevation : elevations)
    grid = extended(grid, suggested_grid(elevation.warp_source(), crs, grid.cell_size_m), elevation.file());
  return grid;
}

/// All of them in one grid. The last is warped first, so that the first that has data wins.
std::vector<float> warp_all(std::vector<Elevation>& elevations, const Grid& grid, const WorkingCrs& crs) {
  if (elevations.size() == 1 && lies_on_grid(elevations.front().tiles.frame, grid, crs))
    return std::move(elevations.front().heights_m);
  std::vector<float> ground_m(grid.cell_count(), std::numeric_limits<float>::quiet_NaN());
  const DatasetPtr target = wrap_in_raster(std::span(ground_m), frame_of(grid, crs.definition()));
  for (auto elevation = elevations.rbegin(); elevation != elevations.rend(); ++elevation)
    warp_into(elevation->warp_source(), *target, crs, Resampling::kBilinear);
  return ground_m;
}

/// The ground on its grid, without land cover.
Terrain read_ground(const std::vector<RasterSource>& sources, const TerrainSource& source, const WorkingCrs& crs,
                    std::vector<InputNote>& notes) {
  const std::string& file = sources.front().file;
  try {
    std::vector<Elevation> elevations = read_all(sources, {source.valid_min_m, source.valid_max_m}, notes);
    const Grid grid = common_grid(elevations, crs, source.cell_size_m);
    return Terrain(grid, warp_all(elevations, grid, crs));
  } catch (const InputError&) {
    throw;
  } catch (const std::bad_alloc&) {
    fail(file, "there is not enough memory for the elevation and its grid: take a larger cell_size_m or less ground");
  } catch (const std::runtime_error& error) {
    fail(file, error.what());
  }
}

std::string files_of(const std::vector<RasterSource>& sources) {
  std::string files;
  for (const RasterSource& source : sources)
    files += (files.empty() ? "" : ", ") + source.file;
  return files;
}

/// Opens every raster that is asked for; throws all that is wrong with any of them at once.
std::vector<RasterSource> open_checked(const TerrainSource& source, const WorkingCrs& crs,
                                       std::vector<InputNote>& notes) {
  Problems problems;
  std::vector<RasterSource> sources = open_elevation(source, problems);
  for (RasterSource& one : sources) {
    check_heights(one, problems, notes);
    if (!source.elevation_crs.empty() && one.has_own_crs && !is_same_crs(one.frame.crs, source.elevation_crs))
      notes.push_back({.kind = InputNote::Kind::kOwnCrs, .file = one.file, .names = one.crs_name});
  }
  check_transformable(sources, crs.definition(), problems);
  for (const auto& layer : {source.land_cover, source.zones})
    if (layer) check_transformable(open_elevation({.elevation = {*layer}}, problems), crs.definition(), problems);
  if (source.elevation.empty()) problems.add({.kind = ProblemKind::kScenario, .message = "no elevation raster"});
  problems.throw_if_any();
  return sources;
}

}  // namespace

Terrain read_terrain(const TerrainSource& source, const WorkingCrs& crs, std::vector<InputNote>* notes) {
  std::vector<InputNote> unheard;
  std::vector<InputNote>& all_notes = notes == nullptr ? unheard : *notes;
  const std::vector<RasterSource> sources = open_checked(source, crs, all_notes);
  Terrain ground = read_ground(sources, source, crs, all_notes);
  if (ground.void_count() == ground.grid().cell_count()) {
    fail(files_of(sources),
         fmt::format("no height between {} and {} m: all void", source.valid_min_m, source.valid_max_m));
  }
  if (!source.land_cover && !source.zones) return ground;

  Problems problems;
  const Grid& grid = ground.grid();
  Clutter clutter;
  std::vector<std::uint8_t> zone;
  if (source.land_cover) clutter = read_clutter(*source.land_cover, source.land_cover_classes, grid, crs, problems);
  if (source.zones) zone = read_zones(*source.zones, grid, crs, problems);
  problems.throw_if_any();
  if (!source.keeps_clutter_classes) clutter.class_values.clear();
  return Terrain(grid, ground.ground_m(), std::move(clutter.height_m), std::move(zone),
                 std::move(clutter.class_values));
}

}  // namespace phusong::gis
