#include "gis/raster_difference.h"

#include <fmt/format.h>
#include <gdal_priv.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include "gis/problem.h"
#include "gis/raster_source.h"

namespace phusong::gis {
namespace {

/// Cells of a side of the windows that are read at once; a multiple of the blocks that are written.
constexpr int kWindowCells = 512;

std::string grid_text(const RasterSource& source) {
  const RasterFrame& frame = source.frame;
  return fmt::format("{} × {} cells of {:g} × {:g} m from ({:.2f}, {:.2f}) in {}", frame.columns, frame.rows,
                     frame.geotransform[1], -frame.geotransform[5], frame.geotransform[0], frame.geotransform[3],
                     source.crs_name);
}

bool on_one_grid(const RasterFrame& a, const RasterFrame& b) {
  constexpr double kSameM = 1e-6;
  const auto close = [](double one, double other) { return std::abs(one - other) < kSameM; };
  return a.columns == b.columns && a.rows == b.rows && std::ranges::equal(a.geotransform, b.geotransform, close) &&
         is_same_crs(a.crs, b.crs);
}

void require_one_grid(const RasterSource& a, const RasterSource& b) {
  if (on_one_grid(a.frame, b.frame)) return;
  fail(b.file, fmt::format("has another grid than {}: {}, there {}; make both runs with the same terrain and cell size",
                           a.file, grid_text(b), grid_text(a)));
}

/// Reads windows of a raster's first band as numbers, NaN where it has none.
class WindowReader {
 public:
  explicit WindowReader(const RasterSource& source)
      : file_(source.file),
        band_(*source.dataset->GetRasterBand(1)),
        scale_(band_.GetScale()),
        offset_(band_.GetOffset()) {
    int has_nodata = 0;
    const double nodata = band_.GetNoDataValue(&has_nodata);
    if (has_nodata != 0) nodata_ = nodata;
  }

  void read(const GridWindow& window, std::vector<double>& values) {
    values.resize(window.cell_count());
    const GdalMessages messages;
    if (band_.RasterIO(GF_Read, window.first_column, window.first_row, window.columns, window.rows, values.data(),
                       window.columns, window.rows, GDT_Float64, 0, 0, nullptr) != CE_None)
      fail(file_, "cannot be read: " + messages.text());
    for (double& value : values)
      value = value == nodata_ ? std::numeric_limits<double>::quiet_NaN() : value * scale_ + offset_;
  }

 private:
  std::string file_;
  GDALRasterBand& band_;
  double scale_, offset_;
  double nodata_ = std::numeric_limits<double>::quiet_NaN();
};

/// Adds up the cells of a difference.
class DifferenceSum {
 public:
  void add(double a, double b) {
    sum_.only_a += !std::isnan(a) && std::isnan(b);
    sum_.only_b += std::isnan(a) && !std::isnan(b);
    const double difference = b - a;
    if (std::isnan(difference)) return;
    sum_.least = sum_.cells == 0 ? difference : std::min(sum_.least, difference);
    sum_.greatest = sum_.cells == 0 ? difference : std::max(sum_.greatest, difference);
    sum_.raised += difference > 0.0;
    sum_.lowered += difference < 0.0;
    ++sum_.cells;
    total_ += difference;
  }
  RasterDifference result() const {
    RasterDifference result = sum_;
    if (result.cells > 0) result.mean = total_ / static_cast<double>(result.cells);
    return result;
  }

 private:
  RasterDifference sum_;
  double total_ = 0.0;
};

/// The windows that cover a raster, row by row.
std::vector<GridWindow> windows_of(const RasterFrame& frame) {
  std::vector<GridWindow> windows;
  for (int row = 0; row < frame.rows; row += kWindowCells) {
    for (int column = 0; column < frame.columns; column += kWindowCells) {
      windows.push_back(
          {column, row, std::min(kWindowCells, frame.columns - column), std::min(kWindowCells, frame.rows - row)});
    }
  }
  return windows;
}

}  // namespace

void require_same_grid(const std::filesystem::path& a, const std::filesystem::path& b) {
  require_one_grid(opened_raster(a), opened_raster(b));
}

RasterDifference write_difference(const std::filesystem::path& a, const std::filesystem::path& b,
                                  const std::filesystem::path& target, const BandDescription& band) {
  const RasterSource source_a = opened_raster(a), source_b = opened_raster(b);
  require_one_grid(source_a, source_b);
  WindowReader reader_a(source_a), reader_b(source_b);
  const RasterFrame& frame = source_a.frame;
  std::vector<float> differences(frame.pixel_count());
  std::vector<double> values_a, values_b;
  DifferenceSum sum;
  for (const GridWindow& window : windows_of(frame)) {
    reader_a.read(window, values_a);
    reader_b.read(window, values_b);
    for (std::size_t i = 0; i < values_a.size(); ++i) {
      const std::size_t row = static_cast<std::size_t>(window.first_row) + i / static_cast<std::size_t>(window.columns);
      const std::size_t column =
          static_cast<std::size_t>(window.first_column) + i % static_cast<std::size_t>(window.columns);
      differences[row * static_cast<std::size_t>(frame.columns) + column] =
          static_cast<float>(values_b[i] - values_a[i]);
      sum.add(values_a[i], values_b[i]);
    }
  }
  write_cog(target, frame, differences, band);
  return sum.result();
}

}  // namespace phusong::gis
