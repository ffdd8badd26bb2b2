#include "sim/intake/fetch/tile_fetcher.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "gis/pixel_lattice.h"
#include "gis/problem.h"

namespace phusong::intake {

std::string TileFetcher::url_of(TileCorner corner) const {
  return access_.address + "/" + product_.tile_path(corner);
}

std::optional<gis::RemoteRaster> TileFetcher::open(const std::string& url) {
  std::optional<gis::RemoteRaster> raster;
  with_retries(access_.policy, progress_, tell_, [&] { raster = gis::RemoteRaster::open(url, access_.patience_s); });
  return raster;
}

/// The published tiles begin within a pixel of their degree and are a pixel longer at most.
void TileFetcher::check_place(const RemoteTile& tile, TileCorner corner) const {
  const gis::RasterFrame& frame = tile.frame;
  const double pixel_deg = std::max(frame.geotransform[1], -frame.geotransform[5]);
  const auto near = [pixel_deg](double one, double other) { return std::abs(one - other) < 1.1 * pixel_deg; };
  const gis::MapPoint first = frame.point_of(0, 0), last = frame.point_of(frame.columns, frame.rows);
  const int tile_deg = product_.tile_deg;
  if (near(first.x_m, corner.lon_deg) && near(last.x_m, corner.lon_deg + tile_deg) && near(last.y_m, corner.lat_deg) &&
      near(first.y_m, corner.lat_deg + tile_deg))
    return;
  gis::fail(tile.url,
            fmt::format("is not the tile that its name says: it lies at {:.4f} … {:.4f}° E, {:.4f} … {:.4f}° N",
                        first.x_m, last.x_m, last.y_m, first.y_m));
}

bool TileFetcher::is_complete(const Need& need) const {
  return std::ranges::all_of(need.pieces, [&](const Piece& piece) { return need.store.is_whole(piece); });
}

std::optional<TileFetcher::Need> TileFetcher::need_of(TileCorner corner, const gis::LonLatBox& box) {
  const std::string url = url_of(corner);
  Need need{.store = PieceStore(pieces_ / product_.tile_name(corner))};
  const auto set_pieces = [&] {
    need.pieces = need.store.pieces_holding(gis::window_of(need.tile.frame, box), need.tile.frame);
  };
  if (std::optional<RemoteTile> known = need.store.tile(url)) {
    need.tile = std::move(*known);
    set_pieces();
    if (is_complete(need)) return need;
  }
  need.raster = open(url);
  if (!need.raster) return std::nullopt;
  need.tile = {.url = url, .frame = need.raster->frame(), .size_bytes = need.raster->size_bytes()};
  check_place(need.tile, corner);
  need.store.take_up(need.tile);
  set_pieces();
  return need;
}

void TileFetcher::read(Need& need, const Piece& piece) {
  with_retries(access_.policy, progress_, tell_, [&] {
    if (!need.raster) need.raster = gis::RemoteRaster::open(need.tile.url, access_.patience_s);
    if (!need.raster) throw gis::RemoteError(need.tile.url + ": the file was there and is gone");
    if (need.raster->size_bytes() != need.tile.size_bytes)
      throw gis::RemoteError(need.tile.url + ": the server has changed the file meanwhile");
    try {
      need.raster->copy_window(piece.window, piece.path);
    } catch (const gis::RemoteError&) {
      need.raster.reset();
      throw;
    }
  });
  need.store.seal(piece);
}

std::vector<FetchedTile> TileFetcher::look_for(const gis::LonLatBox& box, std::vector<Need>& needs) {
  const std::vector<TileCorner> corners = tiles_touching(box, product_.tile_deg);
  std::vector<FetchedTile> tiles;
  progress_.begin(fmt::format("{}: which tiles there are", product_.name), corners.size());
  for (const TileCorner& corner : corners) {
    std::optional<Need> need = need_of(corner, box);
    tiles.push_back({.name = product_.tile_name(corner), .source = url_of(corner), .is_absent = !need});
    if (need) {
      for (const Piece& piece : need->pieces)
        tiles.back().files.push_back(piece.path);
      needs.push_back(std::move(*need));
    }
    progress_.advance(1);
  }
  return tiles;
}

std::vector<FetchedTile> TileFetcher::fetch(const gis::LonLatBox& box) {
  read_count_ = kept_count_ = 0;
  std::vector<Need> needs;
  std::vector<FetchedTile> tiles = look_for(box, needs);
  std::size_t total = 0;
  for (const Need& need : needs)
    total += need.pieces.size();
  progress_.begin(fmt::format("{}: reading", product_.name), total);
  for (Need& need : needs) {
    for (const Piece& piece : need.pieces) {
      const bool is_there = need.store.is_whole(piece);
      if (!is_there) read(need, piece);
      ++(is_there ? kept_count_ : read_count_);
      progress_.advance(1);
    }
    need.raster.reset();
  }
  return tiles;
}

}  // namespace phusong::intake
