#include "gis/terrain_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

#include "gis/elevation_tiles.h"
#include "gis/memory_raster.h"
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

std::vector<RasterSource> open_all(const std::vector<std::filesystem::path>& paths, Problems& problems) {
  std::vector<RasterSource> sources;
  for (const std::filesystem::path& path : paths)
    if (std::optional<RasterSource> source = open_raster(path, problems)) sources.push_back(std::move(*source));
  return sources;
}

/// Heights in feet read as metres would be mountains three times too high.
void check_metres(const std::vector<RasterSource>& sources, Problems& problems) {
  for (const RasterSource& source : sources) {
    const bool is_feet = source.unit.starts_with("ft") || source.unit.find("foot") != std::string::npos ||
                         source.unit.find("feet") != std::string::npos;
    if (is_feet)
      problems.add({.file = source.file, .value = source.unit, .message = "heights are not in metres", .allowed = "m"});
  }
}

/// Adds a problem for each raster that has no known datum shift to `crs`.
void check_transformable(const std::vector<RasterSource>& sources, const std::string& crs, Problems& problems) {
  for (const RasterSource& source : sources) {
    if (is_same_crs(source.frame.crs, crs)) continue;
    try {
      Transform(source.frame.crs, crs);
    } catch (const std::invalid_argument&) {
      problems.add({.file = source.file,
                    .message = fmt::format("its CRS '{}' has no known datum shift to '{}'", source.crs_name, crs)});
    }
  }
}

std::vector<Elevation> read_all(const std::vector<RasterSource>& sources, HeightRange range) {
  std::vector<Elevation> elevations;
  for (ElevationTiles& tiles : put_together(sources)) {
    Elevation elevation{.tiles = std::move(tiles)};
    elevation.heights_m = read_elevation(elevation.tiles, range);
    elevation.raster = wrap_in_raster(std::span(elevation.heights_m), elevation.tiles.frame);
    elevations.push_back(std::move(elevation));
  }
  return elevations;
}

/// `grid` made larger by whole cells until it holds `other`.
Grid extended(const Grid& grid, const Grid& other) {
  // A cell boundary that differs by rounding alone is the same.
  constexpr double kSlackCells = 1e-6;
  const auto cells = [&](double metres) {
    return std::max(0, static_cast<int>(std::ceil(metres / grid.cell_size_m - kSlackCells)));
  };
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
  for (const Elevation& elevation : elevations)
    grid = extended(grid, suggested_grid(elevation.warp_source(), crs, grid.cell_size_m));
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

void check_size(const Grid& grid, const std::string& file) {
  const double cells = static_cast<double>(grid.columns) * grid.rows;
  if (cells <= kMostCells) return;
  fail(file, fmt::format("{:.2g} cells of {} m are more than the {:.0e} that a terrain may have", cells,
                         grid.cell_size_m, kMostCells));
}

/// The ground on its grid, without land cover.
Terrain read_ground(const std::vector<RasterSource>& sources, const TerrainSource& source, const WorkingCrs& crs) {
  std::vector<Elevation> elevations = read_all(sources, {source.valid_min_m, source.valid_max_m});
  const std::string& file = elevations.front().file();
  try {
    const Grid grid = common_grid(elevations, crs, source.cell_size_m);
    check_size(grid, file);
    return Terrain(grid, warp_all(elevations, grid, crs));
  } catch (const InputError&) {
    throw;
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
std::vector<RasterSource> open_checked(const TerrainSource& source, const WorkingCrs& crs) {
  Problems problems;
  std::vector<RasterSource> sources = open_all(source.elevation, problems);
  check_metres(sources, problems);
  check_transformable(sources, crs.definition(), problems);
  for (const auto& layer : {source.land_cover, source.zones})
    if (layer) check_transformable(open_all({*layer}, problems), crs.definition(), problems);
  if (source.elevation.empty()) problems.add({.kind = ProblemKind::kScenario, .message = "no elevation raster"});
  problems.throw_if_any();
  return sources;
}

/// The middle of what the corners of the rasters span, in WGS84.
LonLat middle_of(const std::vector<RasterSource>& sources) {
  LonLat least{1e9, 1e9};
  LonLat most{-1e9, -1e9};
  for (const RasterSource& source : sources) {
    const Transform to_wgs84(source.frame.crs, "EPSG:4326");
    for (const MapPoint corner : source.frame.corners()) {
      const MapPoint lon_lat = to_wgs84.forward(corner);
      least = {std::min(least.lon_deg, lon_lat.x_m), std::min(least.lat_deg, lon_lat.y_m)};
      most = {std::max(most.lon_deg, lon_lat.x_m), std::max(most.lat_deg, lon_lat.y_m)};
    }
  }
  return {0.5 * (least.lon_deg + most.lon_deg), 0.5 * (least.lat_deg + most.lat_deg)};
}

}  // namespace

std::optional<LonLat> elevation_centre(const TerrainSource& source, Problems& problems) {
  Problems own;
  const std::vector<RasterSource> sources = open_all(source.elevation, own);
  check_transformable(sources, "EPSG:4326", own);
  problems.add_all(own);
  if (!own.empty() || sources.empty()) return std::nullopt;
  return middle_of(sources);
}

Terrain read_terrain(const TerrainSource& source, const WorkingCrs& crs) {
  const std::vector<RasterSource> sources = open_checked(source, crs);
  Terrain ground = read_ground(sources, source, crs);
  if (ground.void_count() == ground.grid().cell_count()) {
    fail(files_of(sources),
         fmt::format("no height between {} and {} m: all void", source.valid_min_m, source.valid_max_m));
  }
  if (!source.land_cover && !source.zones) return ground;

  Problems problems;
  const Grid& grid = ground.grid();
  std::vector<float> clutter_m;
  std::vector<std::uint8_t> zone;
  if (source.land_cover) clutter_m = read_clutter(*source.land_cover, source.land_cover_classes, grid, crs, problems);
  if (source.zones) zone = read_zones(*source.zones, grid, crs, problems);
  problems.throw_if_any();
  return Terrain(grid, ground.ground_m(), std::move(clutter_m), std::move(zone));
}

}  // namespace phusong::gis
