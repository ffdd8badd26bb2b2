#include "gis/layer_extent.h"

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <array>

#include "gis/gdal_support.h"
#include "gis/problem.h"

namespace phusong::gis {
namespace {

MapExtent raster_rectangle(GDALDataset& dataset) {
  std::array<double, 6> transform{};
  dataset.GetGeoTransform(transform.data());
  return {.left = transform[0],
          .bottom = transform[3] + transform[5] * dataset.GetRasterYSize(),
          .right = transform[0] + transform[1] * dataset.GetRasterXSize(),
          .top = transform[3]};
}

std::optional<MapExtent> rectangle_of_shapes(GDALDataset& dataset) {
  OGREnvelope whole;
  for (OGRLayer* const layer : dataset.GetLayers()) {
    OGREnvelope envelope;
    if (layer->GetGeomType() != wkbNone && layer->GetExtent(&envelope, TRUE) == OGRERR_NONE) whole.Merge(envelope);
  }
  if (!whole.IsInit()) return std::nullopt;
  return MapExtent{.left = whole.MinX, .bottom = whole.MinY, .right = whole.MaxX, .top = whole.MaxY};
}

}  // namespace

std::optional<MapExtent> layer_extent(const std::filesystem::path& path) {
  register_gdal();
  const GdalMessages messages;
  const unsigned flags = GDAL_OF_RASTER | GDAL_OF_VECTOR | GDAL_OF_READONLY;
  const DatasetPtr dataset(GDALDataset::Open(path.c_str(), flags));
  if (dataset == nullptr) fail(path.string(), "cannot be read as a map: " + messages.text());
  if (dataset->GetRasterCount() > 0) return raster_rectangle(*dataset);
  return rectangle_of_shapes(*dataset);
}

}  // namespace phusong::gis
