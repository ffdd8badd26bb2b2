#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace phusong::gis {

/// A colour of a picture; `alpha` 0 is clear.
struct PictureColour {
  std::uint8_t red = 0;
  std::uint8_t green = 0;
  std::uint8_t blue = 0;
  std::uint8_t alpha = 255;
};

/// A picture of few colours: for each pixel, row by row from the top, its place in the palette.
struct PalettePicture {
  int columns = 0;
  int rows = 0;
  std::vector<std::uint8_t> pixels;
  std::vector<PictureColour> palette;  ///< at most 256
};

/// The bytes of a PNG file; the same for the same picture. Throws std::runtime_error where GDAL makes none.
std::string png_of(const PalettePicture& picture);

/// "#1b7837". Throws std::invalid_argument for anything else.
PictureColour colour_of(const std::string& text, int alpha = 255);

/// Bytes as the text of RFC 4648, section 4.
std::string base64_of(const std::string& bytes);

}  // namespace phusong::gis
