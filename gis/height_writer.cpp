#include "gis/height_writer.h"

#include <gdal_priv.h>

#include <array>

#include "gis/gdal_support.h"
#include "gis/output_file.h"

namespace phusong::gis {
namespace {

DatasetPtr create(const std::filesystem::path& path, const Grid& grid) {
  // Neighbouring heights differ little: predictor 2 keeps the differences, which pack well.
  std::array<const char*, 5> options = {"COMPRESS=DEFLATE", "PREDICTOR=2", "ZLEVEL=9", "TILED=YES", nullptr};
  GDALDriver* const driver = GetGDALDriverManager()->GetDriverByName("GTiff");
  return DatasetPtr(
      driver->Create(path.c_str(), grid.columns, grid.rows, 1, GDT_Int16, const_cast<char**>(options.data())));
}

bool fill(GDALDataset& dataset, const Grid& grid, const WorkingCrs& crs, std::span<const std::int16_t> heights_m) {
  std::array<double, 6> to_map = {grid.left_m, grid.cell_size_m, 0.0, grid.top_m, 0.0, -grid.cell_size_m};
  GDALRasterBand& band = *dataset.GetRasterBand(1);
  band.SetUnitType("m");
  band.SetDescription("Ground height");
  return dataset.SetGeoTransform(to_map.data()) == CE_None && dataset.SetProjection(crs.wkt().c_str()) == CE_None &&
         band.RasterIO(GF_Write, 0, 0, grid.columns, grid.rows, const_cast<std::int16_t*>(heights_m.data()),
                       grid.columns, grid.rows, GDT_Int16, 0, 0) == CE_None;
}

}  // namespace

void write_heights(const std::filesystem::path& path, const Grid& grid, const WorkingCrs& crs,
                   std::span<const std::int16_t> heights_m) {
  register_gdal();
  GdalMessages messages;
  OutputFile file(path);
  DatasetPtr dataset = create(file.temporary(), grid);
  if (dataset == nullptr || !fill(*dataset, grid, crs, heights_m)) fail_to_write(path, messages.text());
  dataset.reset();
  if (messages.any_failure()) fail_to_write(path, messages.text());
  file.finish();
}

}  // namespace phusong::gis
