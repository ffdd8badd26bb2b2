#include "gis/raster_outlines.h"

#include <gdal_alg.h>
#include <gdal_priv.h>
#include <ogr_spatialref.h>
#include <ogrsf_frmts.h>

#include <memory>
#include <optional>
#include <span>
#include <stdexcept>

#include "gis/crs.h"
#include "gis/crs_text.h"
#include "gis/input_file.h"
#include "gis/memory_raster.h"
#include "gis/problem.h"
#include "gis/raster_source.h"
#include "gis/text.h"

namespace phusong::gis {
namespace {

using Geometries = std::vector<std::unique_ptr<OGRGeometry>>;

bool is_polygon(const OGRGeometry& geometry) {
  const OGRwkbGeometryType type = wkbFlatten(geometry.getGeometryType());
  return type == wkbPolygon || type == wkbMultiPolygon;
}

/// From the CRS of a layer to that of the raster, by the one operation that the project uses; nothing where they are
/// one.
std::unique_ptr<OGRCoordinateTransformation> transformation(const OGRSpatialReference& from, const std::string& to) {
  if (is_same_crs(wkt_of(from), to)) return nullptr;
  OGRSpatialReference source = from, target;
  target.SetFromUserInput(to.c_str());
  for (OGRSpatialReference* crs : {&source, &target})
    crs->SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
  OGRCoordinateTransformationOptions options;
  options.SetCoordinateOperation(Transform(wkt_of(from), to).pipeline().c_str(), false);
  return std::unique_ptr<OGRCoordinateTransformation>(OGRCreateCoordinateTransformation(&source, &target, options));
}

/// The polygons of a layer in the CRS of the raster; their columns go into `outlines`.
Geometries read_polygons(OGRLayer& layer, OGRCoordinateTransformation* to_raster, RasterOutlines& outlines) {
  const OGRFeatureDefn& definition = *layer.GetLayerDefn();
  for (int i = 0; i < definition.GetFieldCount(); ++i)
    outlines.columns.emplace_back(definition.GetFieldDefn(i)->GetNameRef());
  Geometries polygons;
  layer.ResetReading();
  while (const OGRFeatureUniquePtr feature{layer.GetNextFeature()}) {
    const std::string name = "feature " + std::to_string(feature->GetFID());
    std::unique_ptr<OGRGeometry> geometry(feature->StealGeometry());
    if (geometry == nullptr || !is_polygon(*geometry)) fail(outlines.file, name + ": is no polygon");
    if (to_raster != nullptr && geometry->transform(to_raster) != OGRERR_NONE)
      fail(outlines.file, name + ": lies outside the area of the raster's CRS");
    std::vector<std::string> values;
    for (int i = 0; i < definition.GetFieldCount(); ++i)
      values.push_back(feature->IsFieldSetAndNotNull(i) ? clean_text(feature->GetFieldAsString(i)) : "");
    outlines.values.push_back(std::move(values));
    outlines.rows.push_back(static_cast<long>(feature->GetFID()));
    polygons.push_back(std::move(geometry));
  }
  return polygons;
}

std::vector<std::int32_t> rasterized(const Geometries& polygons, const RasterFrame& frame) {
  std::vector<std::int32_t> polygon_of_pixel(frame.pixel_count(), -1);
  const DatasetPtr raster = wrap_in_raster(std::span(polygon_of_pixel), frame);
  std::vector<OGRGeometryH> handles;
  std::vector<double> numbers;
  for (const auto& polygon : polygons) {
    numbers.push_back(static_cast<double>(handles.size()));
    handles.push_back(OGRGeometry::ToHandle(polygon.get()));
  }
  int band = 1;
  const GdalMessages messages;
  if (GDALRasterizeGeometries(GDALDataset::ToHandle(raster.get()), 1, &band, static_cast<int>(handles.size()),
                              handles.data(), nullptr, nullptr, numbers.data(), nullptr, nullptr, nullptr) != CE_None)
    throw std::runtime_error("GDAL does not rasterize: " + messages.text());
  raster->FlushCache();
  return polygon_of_pixel;
}

}  // namespace

RasterOutlines read_raster_outlines(const std::filesystem::path& path, const RasterFrame& frame) {
  Problems problems;
  if (!check_input_file(path, problems)) problems.throw_if_any();
  register_gdal();
  const GdalMessages messages;
  RasterOutlines outlines{.file = path.string()};
  const DatasetPtr dataset(GDALDataset::Open(path.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY));
  if (dataset == nullptr) fail(outlines.file, "is no vector file that GDAL reads: " + messages.text());
  for (OGRLayer* const layer : dataset->GetLayers()) {
    if (layer->GetGeomType() == wkbNone || layer->GetFeatureCount() == 0) continue;
    const OGRSpatialReference* const crs = layer->GetSpatialRef();
    if (crs == nullptr) fail(outlines.file, "does not say its coordinate reference system");
    try {
      const auto to_raster = transformation(*crs, frame.crs);
      outlines.polygon_of_pixel = rasterized(read_polygons(*layer, to_raster.get(), outlines), frame);
    } catch (const std::invalid_argument& error) {
      fail(outlines.file, error.what());
    }
    return outlines;
  }
  fail(outlines.file, "has no polygon");
}

}  // namespace phusong::gis
