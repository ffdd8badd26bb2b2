#include "gis/memory_raster.h"

#include <fmt/format.h>
#include <gdal_priv.h>
#include <ogr_spatialref.h>

#include <limits>
#include <stdexcept>

namespace phusong::gis {
namespace {

OGRSpatialReference crs_of(const RasterFrame& frame) {
  OGRSpatialReference crs;
  if (crs.SetFromUserInput(frame.crs.c_str()) != OGRERR_NONE)
    throw std::runtime_error("GDAL does not take the CRS '" + frame.crs + "'");
  crs.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
  return crs;
}

DatasetPtr wrap(void* values, std::size_t count, GDALDataType type, const RasterFrame& frame) {
  if (count != frame.pixel_count()) throw std::invalid_argument("a raster needs a value for each pixel");
  register_gdal();
  const GdalMessages messages;
  GDALDriver* const driver = GetGDALDriverManager()->GetDriverByName("MEM");
  DatasetPtr raster(driver->Create("", frame.columns, frame.rows, 0, type, nullptr));
  const std::string pointer = fmt::format("DATAPOINTER={}", fmt::ptr(values));
  const char* const options[] = {pointer.c_str(), nullptr};
  if (raster == nullptr || raster->AddBand(type, const_cast<char**>(options)) != CE_None)
    throw std::runtime_error("GDAL makes no raster in memory: " + messages.text());
  std::array<double, 6> geotransform = frame.geotransform;
  raster->SetGeoTransform(geotransform.data());
  const OGRSpatialReference crs = crs_of(frame);
  raster->SetSpatialRef(&crs);
  return raster;
}

}  // namespace

DatasetPtr wrap_in_raster(std::span<float> values, const RasterFrame& frame) {
  DatasetPtr raster = wrap(values.data(), values.size(), GDT_Float32, frame);
  raster->GetRasterBand(1)->SetNoDataValue(std::numeric_limits<double>::quiet_NaN());
  return raster;
}

DatasetPtr wrap_in_raster(std::span<std::int32_t> values, const RasterFrame& frame) {
  return wrap(values.data(), values.size(), GDT_Int32, frame);
}

DatasetPtr wrap_in_raster(std::span<std::uint16_t> values, const RasterFrame& frame) {
  return wrap(values.data(), values.size(), GDT_UInt16, frame);
}

}  // namespace phusong::gis
