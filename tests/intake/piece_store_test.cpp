#include "sim/intake/fetch/piece_store.h"

#include <doctest/doctest.h>

#include <fstream>

#include "tests/gis/temporary_folder.h"

using namespace phusong::intake;
using phusong::gis::RasterFrame;
using phusong::tests::bytes_of;
using phusong::tests::TemporaryFolder;

namespace {

const RemoteTile& tile_of_5000_columns() {
  static const RemoteTile kTile{
      .url = "http://x/a.tif",
      .frame = {.columns = 5000, .rows = 3000, .geotransform = {105, 0.0002, 0, 23, 0, -0.0002}, .crs = "EPSG:4326"},
      .size_bytes = 77};
  return kTile;
}

void write(const std::filesystem::path& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
}

}  // namespace

TEST_CASE("the pieces of a window are whole squares of the tile, cut off at its edges alone") {
  const PieceStore store("pieces/a");
  const RasterFrame& frame = tile_of_5000_columns().frame;
  const auto pieces =
      store.pieces_holding({.first_column = 2000, .first_row = 2040, .columns = 100, .rows = 20}, frame);
  REQUIRE(pieces.size() == 4);
  CHECK(pieces[0].path == "pieces/a/0-0.tif");
  CHECK(pieces[3].path == "pieces/a/1-1.tif");
  CHECK(pieces[1].window.first_column == 2048);
  CHECK(pieces[1].window.columns == 2048);
  CHECK(pieces[3].window.first_row == 2048);
  CHECK(pieces[3].window.rows == 952);
  const auto last = store.pieces_holding({.first_column = 4999, .first_row = 0, .columns = 500, .rows = 1}, frame);
  REQUIRE(last.size() == 1);
  CHECK(last[0].path == "pieces/a/0-2.tif");
  CHECK(last[0].window.columns == 5000 - 2 * 2048);
}

TEST_CASE("a window beside the tile needs no piece, and one around it needs them all") {
  const PieceStore store("pieces/a");
  const RasterFrame& frame = tile_of_5000_columns().frame;
  CHECK(store.pieces_holding({.first_column = -50, .first_row = 0, .columns = 50, .rows = 9}, frame).empty());
  CHECK(store.pieces_holding({.first_column = 5000, .first_row = 0, .columns = 50, .rows = 9}, frame).empty());
  CHECK(store.pieces_holding({.first_column = -9, .first_row = -9, .columns = 9000, .rows = 9000}, frame).size() == 6);
}

TEST_CASE("a piece is whole as long as its bytes are those that were sealed") {
  const TemporaryFolder folder;
  const PieceStore store(folder.path());
  const Piece piece{.window = {}, .path = folder.path() / "0-0.tif"};
  CHECK_FALSE(store.is_whole(piece));
  write(piece.path, "abc");
  CHECK_FALSE(store.is_whole(piece));
  store.seal(piece);
  CHECK(bytes_of(folder.path() / "0-0.tif.sha256") ==
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  0-0.tif\n");
  CHECK(store.is_whole(piece));
  write(piece.path, "abd");
  CHECK_FALSE(store.is_whole(piece));
}

TEST_CASE("pieces stay for the same tile, and go where the server has another one") {
  const TemporaryFolder folder;
  const PieceStore store(folder.path() / "a");
  const RemoteTile& tile = tile_of_5000_columns();
  CHECK_FALSE(store.tile(tile.url));
  store.take_up(tile);
  write(folder.path() / "a/0-0.tif", "abc");
  store.take_up(tile);
  CHECK(std::filesystem::exists(folder.path() / "a/0-0.tif"));
  const auto known = store.tile(tile.url);
  REQUIRE(known);
  CHECK(known->size_bytes == 77);
  CHECK(known->frame.columns == 5000);
  CHECK(known->frame.geotransform == tile.frame.geotransform);
  CHECK_FALSE(store.tile("http://y/a.tif"));

  RemoteTile renewed = tile;
  renewed.size_bytes = 78;
  store.take_up(renewed);
  CHECK_FALSE(std::filesystem::exists(folder.path() / "a/0-0.tif"));
  CHECK(store.tile(tile.url)->size_bytes == 78);
}

TEST_CASE("a damaged tile.json is as good as none") {
  const TemporaryFolder folder;
  const PieceStore store(folder.path());
  for (const char* const text : {"", "{", "[]", R"({"url": "http://x/a.tif"})", R"({"url": 7, "size_bytes": "x"})"}) {
    write(folder.path() / "tile.json", text);
    CHECK_FALSE(store.tile("http://x/a.tif"));
  }
}
