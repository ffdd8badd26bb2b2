#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "gis/grid.h"
#include "gis/raster_frame.h"

namespace phusong::intake {

/// What is known of a tile at a server: pieces that were read belong together as long as it stays so.
struct RemoteTile {
  std::string url;
  gis::RasterFrame frame;
  std::uint64_t size_bytes = 0;
};

/// A rectangle of a tile's pixels that is read and kept as one file.
struct Piece {
  gis::GridWindow window;
  std::filesystem::path path;
};

/// The pieces of one tile, in a folder of its own: each a GeoTIFF with its SHA-256 beside it, in the form that
/// sha256sum checks, and tile.json, which says of what tile they are.
class PieceStore {
 public:
  explicit PieceStore(std::filesystem::path folder) : folder_(std::move(folder)) {}

  /// The tile that the pieces are of; nothing where there are none, or where they are of another address than `url`.
  std::optional<RemoteTile> tile(const std::string& url) const;
  /// Pieces that are kept stay where they are of this very tile, and are removed otherwise. Throws MachineError.
  void take_up(const RemoteTile& tile) const;
  /// The pieces that hold the pixels of `window`, which may reach beyond the tile: of 2048 × 2048 pixels, counted from
  /// the tile's north-western corner whatever the window, so that another window finds those that are there.
  std::vector<Piece> pieces_holding(const gis::GridWindow& window, const gis::RasterFrame& tile) const;
  /// Whether a piece is there with the bytes that were written.
  bool is_whole(const Piece& piece) const;
  /// Notes the SHA-256 of a piece that was just written. Throws MachineError.
  void seal(const Piece& piece) const;

 private:
  std::filesystem::path folder_;
};

}  // namespace phusong::intake
