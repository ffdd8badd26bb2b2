#pragma once

#include <gdal_priv.h>
#include <ogr_spatialref.h>

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace phusong::tests {

/// What a small raster file holds.
struct RasterContent {
  std::array<double, 6> geotransform{};
  std::string crs;  ///< empty: none
  int columns = 0;
  std::vector<float> values;
  std::optional<double> nodata;
  GDALDataType type = GDT_Float32;
  std::string unit;
  double scale = 1.0, offset = 0.0;  ///< what `values` stand for once they are read
};

/// A GeoTIFF in GDAL's memory file system for as long as it lives.
class TestRaster {
 public:
  TestRaster(const std::string& name, RasterContent content) : path_("/vsimem/" + name) {
    GDALAllRegister();
    const int rows = static_cast<int>(content.values.size()) / content.columns;
    GDALDriver* const driver = GetGDALDriverManager()->GetDriverByName("GTiff");
    GDALDataset* const raster = driver->Create(path_.c_str(), content.columns, rows, 1, content.type, nullptr);
    raster->SetGeoTransform(content.geotransform.data());
    OGRSpatialReference crs;
    if (!content.crs.empty() && crs.SetFromUserInput(content.crs.c_str()) == OGRERR_NONE) raster->SetSpatialRef(&crs);
    GDALRasterBand* const band = raster->GetRasterBand(1);
    band->SetUnitType(content.unit.c_str());
    if (content.nodata) band->SetNoDataValue(*content.nodata);
    if (content.scale != 1.0) band->SetScale(content.scale);
    if (content.offset != 0.0) band->SetOffset(content.offset);
    const CPLErr written = band->RasterIO(GF_Write, 0, 0, content.columns, rows, content.values.data(), content.columns,
                                          rows, GDT_Float32, 0, 0, nullptr);
    static_cast<void>(written);
    GDALClose(raster);
  }
  ~TestRaster() { GDALDeleteDataset(nullptr, path_.c_str()); }
  TestRaster(const TestRaster&) = delete;
  TestRaster& operator=(const TestRaster&) = delete;

  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

}  // namespace phusong::tests
