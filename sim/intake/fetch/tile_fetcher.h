#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "gis/lon_lat_box.h"
#include "gis/remote_raster.h"
#include "sim/intake/fetch/piece_store.h"
#include "sim/intake/fetch/product.h"
#include "sim/intake/fetch/retry.h"
#include "sim/progress/progress.h"

namespace phusong::intake {

/// A tile of a product that a box touches.
struct FetchedTile {
  std::string name;
  std::string source;                        ///< address or file
  bool is_absent = false;                    ///< there is none
  std::vector<std::filesystem::path> files;  ///< rasters that together hold its part of the box
};

/// How a server is asked.
struct RemoteAccess {
  std::string address;   ///< http or https, without a slash at its end
  int patience_s = 30;   ///< a server that sends nothing for so long is given up
  RetryPolicy policy{};  ///< of each request
};

/// Reads from a server what is still missing of the tiles that a box touches.
class TileFetcher {
 public:
  /// `pieces`: the folder that the stores of all tiles lie in. All must outlive the fetcher.
  TileFetcher(const Product& product, const RemoteAccess& access, const std::filesystem::path& pieces,
              progress::Progress& progress, const Tell& tell)
      : product_(product), access_(access), pieces_(pieces), progress_(progress), tell_(tell) {}

  /// What was read stays whatever happens. Throws MachineError where a server fails for good, InputError naming the
  /// address where a tile is another than its name says, progress::Stopped.
  std::vector<FetchedTile> fetch(const gis::LonLatBox& box);
  /// Pieces read by the last call, and those that were there.
  std::size_t read_count() const { return read_count_; }
  std::size_t kept_count() const { return kept_count_; }

 private:
  /// A tile with the pieces that the box needs of it.
  struct Need {
    PieceStore store;
    RemoteTile tile;
    std::optional<gis::RemoteRaster> raster;  ///< once it is open
    std::vector<Piece> pieces;
  };

  std::string url_of(TileCorner corner) const;
  /// The tiles that the box touches; those that are there become needs too, in the same order.
  std::vector<FetchedTile> look_for(const gis::LonLatBox& box, std::vector<Need>& needs);
  std::optional<Need> need_of(TileCorner corner, const gis::LonLatBox& box);
  std::optional<gis::RemoteRaster> open(const std::string& url);
  bool is_complete(const Need& need) const;
  void check_place(const RemoteTile& tile, TileCorner corner) const;
  void read(Need& need, const Piece& piece);

  const Product& product_;
  const RemoteAccess& access_;
  const std::filesystem::path& pieces_;
  progress::Progress& progress_;
  const Tell& tell_;
  std::size_t read_count_ = 0, kept_count_ = 0;
};

}  // namespace phusong::intake
