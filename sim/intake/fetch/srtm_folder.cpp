#include "sim/intake/fetch/srtm_folder.h"

#include <algorithm>
#include <cctype>
#include <optional>
#include <string>

#include "gis/problem.h"
#include "sim/intake/fetch/product.h"

namespace phusong::intake {
namespace {

/// As NASA names it, or all in small letters.
std::optional<std::filesystem::path> file_in(const std::filesystem::path& folder, std::string name) {
  if (std::filesystem::is_regular_file(folder / name)) return folder / name;
  std::ranges::transform(name, name.begin(), [](unsigned char letter) { return std::tolower(letter); });
  if (std::filesystem::is_regular_file(folder / name)) return folder / name;
  return std::nullopt;
}

/// Two bytes a sample, 1201 or 3601 samples a side; a file that was cut off has another size.
void check_size(const std::filesystem::path& path, gis::Problems& problems) {
  const std::uintmax_t bytes = std::filesystem::file_size(path);
  constexpr std::uintmax_t kThreeSeconds = 2'884'802, kOneSecond = 25'934'402;
  if (bytes == kThreeSeconds || bytes == kOneSecond) return;
  problems.add({.file = path.string(),
                .value = std::to_string(bytes) + " bytes",
                .message = "is not as large as an SRTM tile: not whole, or another kind of file",
                .allowed = "2884802 bytes (3 arc seconds) or 25934402 bytes (1 arc second)"});
}

}  // namespace

std::vector<FetchedTile> srtm_tiles(const std::filesystem::path& folder, const gis::LonLatBox& box) {
  std::vector<FetchedTile> tiles;
  gis::Problems problems;
  for (const TileCorner& corner : tiles_touching(box, srtm().tile_deg)) {
    FetchedTile tile{.name = srtm().tile_name(corner), .source = (folder / srtm().tile_path(corner)).string()};
    if (const auto file = file_in(folder, srtm().tile_path(corner))) {
      check_size(*file, problems);
      tile.source = file->string();
      tile.files.push_back(*file);
    }
    tile.is_absent = tile.files.empty();
    tiles.push_back(std::move(tile));
  }
  problems.throw_if_any();
  return tiles;
}

}  // namespace phusong::intake
