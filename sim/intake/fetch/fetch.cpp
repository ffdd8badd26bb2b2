#include "sim/intake/fetch/fetch.h"

#include <fmt/format.h>

#include <algorithm>

#include "gis/checksum.h"
#include "gis/output_file.h"
#include "gis/problem.h"
#include "sim/intake/fetch/sources.h"
#include "sim/intake/fetch/srtm_folder.h"

namespace phusong::intake {
namespace {

/// Where no tile is found at all, the address may be wrong as well as the box at sea.
void check_any_tile(const FetchedRaster& raster) {
  if (raster.absent_tiles() < raster.tiles.size()) return;
  gis::fail(raster.origin,
            fmt::format("has none of the {} tiles of {} for the box, from {} on: {}, or this is not where "
                        "the tiles are",
                        raster.tiles.size(), raster.product->name, raster.tiles.front().source,
                        raster.product->without_tile));
}

/// Puts the tiles together, and notes where they are from.
void finish(const FetchOptions& options, progress::Progress& progress, FetchedRaster& raster) {
  check_any_tile(raster);
  std::vector<std::filesystem::path> files;
  for (const FetchedTile& tile : raster.tiles)
    files.insert(files.end(), tile.files.begin(), tile.files.end());
  const std::filesystem::path target = options.folder / raster.product->output;
  progress.begin(fmt::format("{}: putting {} together", raster.product->name, raster.product->output), 1);
  raster.count = gis::write_mosaic(files, options.box, target, raster.product->content);
  raster.sha256 = gis::sha256_hex(target);
  describe_raster(options.folder, raster);
  progress.advance(1);
}

FetchedRaster fetch_remote(const FetchOptions& options, const Product& product, const std::string& address,
                           progress::Progress& progress, const Tell& tell) {
  if (std::optional<FetchedRaster> whole = described_raster(options.folder, product, address, options.box))
    return *whole;
  const RemoteAccess access{.address = address, .patience_s = options.patience_s, .policy = options.policy};
  const std::filesystem::path pieces = options.folder / "pieces";
  TileFetcher fetcher(product, access, pieces, progress, tell);
  FetchedRaster raster{.product = &product, .origin = address, .box = options.box};
  raster.tiles = fetcher.fetch(options.box);
  raster.pieces_read = fetcher.read_count();
  raster.pieces_kept = fetcher.kept_count();
  finish(options, progress, raster);
  return raster;
}

FetchedRaster fetch_srtm(const FetchOptions& options, progress::Progress& progress) {
  FetchedRaster raster{.product = &srtm(), .origin = options.srtm.string(), .box = options.box};
  raster.tiles = srtm_tiles(options.srtm, options.box);
  finish(options, progress, raster);
  return raster;
}

}  // namespace

std::size_t FetchedRaster::absent_tiles() const {
  return static_cast<std::size_t>(std::ranges::count(tiles, true, &FetchedTile::is_absent));
}

std::vector<FetchedRaster> fetch(const FetchOptions& options, progress::Progress& progress, const Tell& tell) {
  gis::make_folder(options.folder);
  std::vector<FetchedRaster> rasters;
  rasters.push_back(options.srtm.empty()
                        ? fetch_remote(options, copernicus_glo30(), options.terrain_address, progress, tell)
                        : fetch_srtm(options, progress));
  if (options.land_cover)
    rasters.push_back(fetch_remote(options, esa_worldcover(), options.land_cover_address, progress, tell));
  return rasters;
}

}  // namespace phusong::intake
