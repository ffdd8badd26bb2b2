#include "gis/picture.h"

#include <cpl_string.h>
#include <cpl_vsi.h>
#include <fmt/format.h>
#include <gdal_priv.h>

#include <charconv>
#include <limits>
#include <memory>
#include <stdexcept>

#include "gis/gdal_support.h"

namespace phusong::gis {
namespace {

/// A file in GDAL's memory that goes with this value.
class MemoryFile {
 public:
  /// No two that live at a time have the same address, and so the same name.
  explicit MemoryFile(const char* extension)
      : name_(fmt::format("/vsimem/phusong-{}.{}", fmt::ptr(static_cast<const void*>(this)), extension)) {}
  ~MemoryFile() { VSIUnlink(name_.c_str()); }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;

  const char* name() const { return name_.c_str(); }
  std::string bytes() const {
    vsi_l_offset size = 0;
    const GByte* const data = VSIGetMemFileBuffer(name(), &size, false);
    return data == nullptr ? std::string() : std::string(reinterpret_cast<const char*>(data), size);
  }

 private:
  std::string name_;
};

GDALColorTable color_table_of(const std::vector<PictureColour>& palette) {
  GDALColorTable table;
  for (std::size_t i = 0; i < palette.size(); ++i) {
    const GDALColorEntry entry{palette[i].red, palette[i].green, palette[i].blue, palette[i].alpha};
    table.SetColorEntry(static_cast<int>(i), &entry);
  }
  return table;
}

/// The picture as a dataset in memory. Throws std::runtime_error.
DatasetPtr dataset_of(const PalettePicture& picture, const GdalMessages& messages) {
  GDALDriver* const driver = GetGDALDriverManager()->GetDriverByName("MEM");
  DatasetPtr dataset(driver->Create("", picture.columns, picture.rows, 1, GDT_Byte, nullptr));
  if (dataset == nullptr) throw std::runtime_error(messages.text());
  GDALRasterBand& band = *dataset->GetRasterBand(1);
  GDALColorTable table = color_table_of(picture.palette);
  band.SetColorTable(&table);
  auto* const pixels = const_cast<std::uint8_t*>(picture.pixels.data());  // is read alone
  if (band.RasterIO(GF_Write, 0, 0, picture.columns, picture.rows, pixels, picture.columns, picture.rows, GDT_Byte, 0,
                    0, nullptr) != CE_None)
    throw std::runtime_error(messages.text());
  return dataset;
}

/// Bits of a pixel that can name a colour of the palette: those of PNG. Fewer bits are packed sooner and better.
int bits_of(std::size_t colours) {
  for (const int bits : {1, 2, 4})
    if (colours <= std::size_t{1} << static_cast<unsigned>(bits)) return bits;
  return 8;
}

std::uint8_t channel_of(std::string_view digits) {
  int value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
  if (error != std::errc() || end != digits.data() + digits.size())
    throw std::invalid_argument(fmt::format("'{}' is no part of a colour", digits));
  return static_cast<std::uint8_t>(value);
}

}  // namespace

std::string png_of(const PalettePicture& picture) {
  const auto pixel_count = static_cast<std::size_t>(picture.columns) * static_cast<std::size_t>(picture.rows);
  if (picture.pixels.size() != pixel_count || picture.palette.size() > 256)
    throw std::invalid_argument("a picture needs a colour of its palette for each pixel");
  register_gdal();
  const GdalMessages messages;
  const DatasetPtr dataset = dataset_of(picture, messages);
  const MemoryFile file("png");
  const std::string bits = fmt::format("NBITS={}", bits_of(picture.palette.size()));
  const char* const options[] = {"ZLEVEL=4", bits.c_str(), nullptr};
  GDALDriver* const driver = GetGDALDriverManager()->GetDriverByName("PNG");
  DatasetPtr png(driver->CreateCopy(file.name(), dataset.get(), false, const_cast<char**>(options), nullptr, nullptr));
  const bool is_made = png != nullptr;
  png.reset();  // writes what is left
  if (!is_made || messages.any_failure()) throw std::runtime_error(messages.text());
  return file.bytes();
}

PictureColour colour_of(const std::string& text, int alpha) {
  if (text.size() != 7 || text[0] != '#') throw std::invalid_argument(fmt::format("'{}' is no colour", text));
  const std::string_view digits(text);
  return {channel_of(digits.substr(1, 2)), channel_of(digits.substr(3, 2)), channel_of(digits.substr(5, 2)),
          static_cast<std::uint8_t>(alpha)};
}

std::string base64_of(const std::string& bytes) {
  if (bytes.size() > static_cast<std::size_t>(std::numeric_limits<int>::max()) / 2)
    throw std::invalid_argument("too many bytes for a text");
  const std::unique_ptr<char, decltype(&VSIFree)> text(
      CPLBase64Encode(static_cast<int>(bytes.size()), reinterpret_cast<const GByte*>(bytes.data())), VSIFree);
  return text.get();
}

}  // namespace phusong::gis
