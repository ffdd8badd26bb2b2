#include "sim/intake/fetch/sources.h"

#include <doctest/doctest.h>

#include <fstream>

#include "gis/checksum.h"
#include "tests/gis/temporary_folder.h"

using namespace phusong::intake;
using phusong::gis::LonLatBox;
using phusong::tests::bytes_of;
using phusong::tests::TemporaryFolder;

namespace {

constexpr LonLatBox kBox{105.1, 22.1, 105.4, 22.5};

/// A raster whose file in `folder` is there and has these bytes.
FetchedRaster raster_in(const std::filesystem::path& folder, const Product& product, const std::string& bytes) {
  const std::filesystem::path path = folder / product.output;
  std::ofstream(path, std::ios::binary) << bytes;
  return {.product = &product,
          .origin = "http://x",
          .box = kBox,
          .tiles = {{.name = "T1", .source = "http://x/T1.tif"}, {.name = "T2", .source = "-", .is_absent = true}},
          .count = {.pixels = 12, .void_pixels = 5},
          .sha256 = phusong::gis::sha256_hex(path)};
}

}  // namespace

TEST_CASE("a raster is known again by product, origin, box and bytes") {
  const TemporaryFolder folder;
  describe_raster(folder.path(), raster_in(folder.path(), copernicus_glo30(), "abc"));
  const auto known = described_raster(folder.path(), copernicus_glo30(), "http://x", kBox);
  REQUIRE(known);
  CHECK(known->was_complete);
  CHECK(known->count.void_pixels == 5);
  CHECK(known->absent_tiles() == 1);
  CHECK(known->tiles.at(0).source == "http://x/T1.tif");
  CHECK_FALSE(described_raster(folder.path(), copernicus_glo30(), "http://y", kBox));
  CHECK_FALSE(described_raster(folder.path(), copernicus_glo30(), "http://x", {105.1, 22.1, 105.4, 22.6}));
  CHECK_FALSE(described_raster(folder.path(), srtm(), "http://x", kBox));
  CHECK_FALSE(described_raster(folder.path(), esa_worldcover(), "http://x", kBox));
  std::ofstream(folder.path() / "terrain.tif", std::ios::binary) << "abd";
  CHECK_FALSE(described_raster(folder.path(), copernicus_glo30(), "http://x", kBox));
}

TEST_CASE("a raster takes the place of the earlier one of its file, and leaves the others") {
  const TemporaryFolder folder;
  describe_raster(folder.path(), raster_in(folder.path(), copernicus_glo30(), "abc"));
  describe_raster(folder.path(), raster_in(folder.path(), esa_worldcover(), "cover"));
  describe_raster(folder.path(), raster_in(folder.path(), srtm(), "other"));
  CHECK(described_raster(folder.path(), srtm(), "http://x", kBox));
  CHECK(described_raster(folder.path(), esa_worldcover(), "http://x", kBox));
  CHECK_FALSE(described_raster(folder.path(), copernicus_glo30(), "http://x", kBox));
  const std::string text = bytes_of(folder.path() / "SOURCES.md");
  CHECK(text.find("Copernicus DEM GLO-30") == std::string::npos);
  CHECK(text.find("SRTM") != std::string::npos);
  CHECK(text.find("CC BY 4.0") != std::string::npos);
}

TEST_CASE("a sources.json that was changed so that it cannot be read is as good as none") {
  const TemporaryFolder folder;
  const FetchedRaster raster = raster_in(folder.path(), copernicus_glo30(), "abc");
  for (const char* const text : {"", "{", "{\"rasters\": 5}", "{\"rasters\": [5, {\"file\": \"terrain.tif\"}]}"}) {
    std::ofstream(folder.path() / "sources.json", std::ios::binary) << text;
    CHECK_FALSE(described_raster(folder.path(), copernicus_glo30(), "http://x", kBox));
    CHECK_FALSE(fetched_folder(folder.path()).box);
    describe_raster(folder.path(), raster);
    CHECK(described_raster(folder.path(), copernicus_glo30(), "http://x", kBox));
  }
}

TEST_CASE("a folder of fetched rasters says which there are and where the terrain lies") {
  const TemporaryFolder folder;
  CHECK_FALSE(fetched_folder(folder.path()).has_terrain);
  describe_raster(folder.path(), raster_in(folder.path(), copernicus_glo30(), "abc"));
  const FetchedFolder found = fetched_folder(folder.path());
  CHECK(found.has_terrain);
  CHECK_FALSE(found.has_land_cover);
  CHECK(found.box == kBox);
}
