#include "sim/intake/fetch/piece_store.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <system_error>

#include "gis/checksum.h"
#include "gis/output_file.h"

namespace phusong::intake {
namespace {

/// A few blocks of the published tiles in each direction: one request reads them together, and little is lost when it
/// breaks.
constexpr int kPiecePixels = 2048;

std::filesystem::path checksum_file(const Piece& piece) {
  return piece.path.string() + ".sha256";
}

/// As sha256sum writes it.
std::string checksum_line(const Piece& piece) {
  return fmt::format("{}  {}\n", gis::sha256_hex(piece.path), piece.path.filename().string());
}

std::string text_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::string json_text_of(const RemoteTile& tile) {
  nlohmann::ordered_json json = {{"url", tile.url},
                                 {"size_bytes", tile.size_bytes},
                                 {"columns", tile.frame.columns},
                                 {"rows", tile.frame.rows},
                                 {"geotransform", tile.frame.geotransform}};
  return json.dump(1) + "\n";
}

}  // namespace

std::optional<RemoteTile> PieceStore::tile(const std::string& url) const {
  // A file that was cut off or changed by hand is as good as none.
  const auto json = nlohmann::json::parse(text_of(folder_ / "tile.json"), nullptr, false);
  if (!json.is_object()) return std::nullopt;
  try {
    RemoteTile tile{.url = json.at("url"), .size_bytes = json.at("size_bytes")};
    tile.frame.columns = json.at("columns");
    tile.frame.rows = json.at("rows");
    tile.frame.geotransform = json.at("geotransform");
    tile.frame.crs = "EPSG:4326";
    return tile.url == url ? std::optional(tile) : std::nullopt;
  } catch (const nlohmann::json::exception&) {
    return std::nullopt;
  }
}

void PieceStore::take_up(const RemoteTile& tile) const {
  const std::string text = json_text_of(tile);
  if (text_of(folder_ / "tile.json") == text) return;
  std::error_code error;
  std::filesystem::remove_all(folder_, error);
  if (error) gis::fail_to_write(folder_, error.message());
  gis::make_folder(folder_);
  gis::write_text_file(folder_ / "tile.json", text);
}

std::vector<Piece> PieceStore::pieces_holding(const gis::GridWindow& window, const gis::RasterFrame& tile) const {
  const int left = std::max(0, window.first_column),
            right = std::min(tile.columns, window.first_column + window.columns);
  const int top = std::max(0, window.first_row), bottom = std::min(tile.rows, window.first_row + window.rows);
  std::vector<Piece> pieces;
  if (left >= right || top >= bottom) return pieces;
  for (int row = top / kPiecePixels; row * kPiecePixels < bottom; ++row) {
    for (int column = left / kPiecePixels; column * kPiecePixels < right; ++column) {
      const gis::GridWindow own{.first_column = column * kPiecePixels,
                                .first_row = row * kPiecePixels,
                                .columns = std::min(kPiecePixels, tile.columns - column * kPiecePixels),
                                .rows = std::min(kPiecePixels, tile.rows - row * kPiecePixels)};
      pieces.push_back({own, folder_ / fmt::format("{}-{}.tif", row, column)});
    }
  }
  return pieces;
}

bool PieceStore::is_whole(const Piece& piece) const {
  std::error_code ignored;
  return std::filesystem::is_regular_file(piece.path, ignored) && text_of(checksum_file(piece)) == checksum_line(piece);
}

void PieceStore::seal(const Piece& piece) const {
  gis::write_text_file(checksum_file(piece), checksum_line(piece));
}

}  // namespace phusong::intake
