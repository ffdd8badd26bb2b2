#include "gis/picture.h"

#include <doctest/doctest.h>
#include <gdal_priv.h>

#include <array>
#include <memory>
#include <stdexcept>

using namespace phusong::gis;

namespace {

const PalettePicture kFlag{.columns = 3,
                           .rows = 2,
                           .pixels = {0, 1, 2, 2, 1, 0},
                           .palette = {{0, 0, 0, 0}, {255, 0, 0, 255}, {16, 32, 64, 128}}};

/// The pixels that GDAL reads in a PNG.
std::vector<std::uint8_t> pixels_of(std::string png) {
  VSIFCloseL(VSIFileFromMemBuffer("/vsimem/pixels.png", reinterpret_cast<GByte*>(png.data()), png.size(), false));
  std::vector<std::uint8_t> pixels;
  {
    const std::unique_ptr<GDALDataset> dataset(GDALDataset::Open("/vsimem/pixels.png", GDAL_OF_RASTER));
    REQUIRE(dataset != nullptr);
    const int columns = dataset->GetRasterXSize(), rows = dataset->GetRasterYSize();
    pixels.resize(static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows));
    REQUIRE(dataset->GetRasterBand(1)->RasterIO(GF_Read, 0, 0, columns, rows, pixels.data(), columns, rows, GDT_Byte, 0,
                                                0, nullptr) == CE_None);
  }
  VSIUnlink("/vsimem/pixels.png");
  return pixels;
}

}  // namespace

TEST_CASE("a PNG gives the pixels and colours of its picture again") {
  const std::string png = png_of(kFlag);
  CHECK(png.starts_with("\x89PNG\r\n"));
  std::string bytes = png;
  VSIFCloseL(VSIFileFromMemBuffer("/vsimem/flag.png", reinterpret_cast<GByte*>(bytes.data()), bytes.size(), false));
  {
    const std::unique_ptr<GDALDataset> dataset(GDALDataset::Open("/vsimem/flag.png", GDAL_OF_RASTER));
    REQUIRE(dataset != nullptr);
    std::array<std::uint8_t, 6> pixels{};
    REQUIRE(dataset->GetRasterBand(1)->RasterIO(GF_Read, 0, 0, 3, 2, pixels.data(), 3, 2, GDT_Byte, 0, 0, nullptr) ==
            CE_None);
    CHECK(std::vector<std::uint8_t>(pixels.begin(), pixels.end()) == kFlag.pixels);
    const GDALColorEntry* const colour = dataset->GetRasterBand(1)->GetColorTable()->GetColorEntry(2);
    CHECK(colour->c1 == 16);
    CHECK(colour->c3 == 64);
    CHECK(colour->c4 == 128);
  }
  VSIUnlink("/vsimem/flag.png");
}

TEST_CASE("a PNG has a pixel of as few bits as its palette allows, and gives the greatest of them again") {
  struct Palette {
    int colours, bits;
  };
  for (const Palette& expected :
       {Palette{2, 1}, Palette{3, 2}, Palette{4, 2}, Palette{5, 4}, Palette{16, 4}, Palette{17, 8}, Palette{256, 8}}) {
    CAPTURE(expected.colours);
    const auto last = static_cast<std::uint8_t>(expected.colours - 1);
    const PalettePicture picture{.columns = 3,
                                 .rows = 1,
                                 .pixels = {last, 0, last},
                                 .palette = std::vector<PictureColour>(static_cast<std::size_t>(expected.colours))};
    const std::string png = png_of(picture);
    constexpr std::size_t kPlaceOfBits = 24;  // the signature, then length, name, width and height of the header
    CHECK(static_cast<int>(png.at(kPlaceOfBits)) == expected.bits);
    CHECK(pixels_of(png) == picture.pixels);
  }
}

TEST_CASE("the same picture has the same bytes, and leaves nothing in memory") {
  CHECK(png_of(kFlag) == png_of(kFlag));
  char** const left = VSIReadDir("/vsimem/");
  for (int i = 0; i < CSLCount(left); ++i)
    CHECK_FALSE(std::string(left[i]).starts_with("phusong-"));
  CSLDestroy(left);
}

TEST_CASE("a picture with a pixel too few, or too many colours, is none") {
  PalettePicture short_of_one = kFlag;
  short_of_one.pixels.pop_back();
  CHECK_THROWS_AS(png_of(short_of_one), std::invalid_argument);
  PalettePicture colourful = kFlag;
  colourful.palette.resize(257);
  CHECK_THROWS_AS(png_of(colourful), std::invalid_argument);
}

TEST_CASE("colours are read as styles write them") {
  const PictureColour colour = colour_of("#1b7837", 90);
  CHECK(colour.red == 0x1b);
  CHECK(colour.green == 0x78);
  CHECK(colour.blue == 0x37);
  CHECK(colour.alpha == 90);
  for (const char* const wrong : {"", "1b7837", "#1b783", "#1b78370", "#1b78zz", "#1b78 1"})
    CHECK_THROWS_AS(colour_of(wrong), std::invalid_argument);
}

TEST_CASE("base64 as RFC 4648 has it") {
  CHECK(base64_of("").empty());
  CHECK(base64_of("f") == "Zg==");
  CHECK(base64_of("fo") == "Zm8=");
  CHECK(base64_of("foobar") == "Zm9vYmFy");
  CHECK(base64_of(std::string("\0\xff", 2)) == "AP8=");
}
