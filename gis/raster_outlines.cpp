#include "gis/raster_outlines.h"

#include <cpl_string.h>
#include <gdal_alg.h>
#include <gdal_priv.h>
#include <ogr_spatialref.h>
#include <ogrsf_frmts.h>

#include <memory>
#include <span>
#include <stdexcept>

#include "gis/memory_raster.h"
#include "gis/problem.h"
#include "gis/shape_layer.h"
#include "gis/text.h"

namespace phusong::gis {
namespace {

using Geometries = std::vector<std::unique_ptr<OGRGeometry>>;

/// The geometry of a feature in another CRS, or nothing and a problem.
std::unique_ptr<OGRGeometry> polygon_of(OGRFeature& feature, OGRCoordinateTransformation* to, const std::string& file,
                                        Problems& problems) {
  std::unique_ptr<OGRGeometry> geometry(feature.StealGeometry());
  const auto refuse = [&](const char* message) {
    problems.add({.file = file, .line = static_cast<long>(feature.GetFID()), .message = message});
    return nullptr;
  };
  if (!is_polygon(geometry.get())) return refuse("is no polygon");
  if (to != nullptr && geometry->transform(to) != OGRERR_NONE) return refuse("lies outside the area of the CRS");
  return geometry;
}

std::vector<std::string> values_of(const OGRFeature& feature, int count) {
  std::vector<std::string> values;
  for (int i = 0; i < count; ++i)
    values.push_back(feature.IsFieldSetAndNotNull(i) ? clean_text(feature.GetFieldAsString(i)) : "");
  return values;
}

/// The polygons of a layer in the CRS `to`; their columns go into `outlines`.
Geometries read_polygons(const ShapeLayer& shapes, const std::string& to, RasterOutlines& outlines) {
  const auto to_raster = transformation(shapes, to);
  const OGRFeatureDefn& definition = *shapes.layer->GetLayerDefn();
  for (int i = 0; i < definition.GetFieldCount(); ++i)
    outlines.columns.emplace_back(definition.GetFieldDefn(i)->GetNameRef());
  Geometries polygons;
  Problems problems;
  const GdalMessages messages;
  shapes.layer->ResetReading();
  while (const OGRFeatureUniquePtr feature{shapes.layer->GetNextFeature()}) {
    auto geometry = polygon_of(*feature, to_raster.get(), outlines.file, problems);
    if (geometry == nullptr) continue;
    outlines.values.push_back(values_of(*feature, definition.GetFieldCount()));
    outlines.rows.push_back(static_cast<long>(feature->GetFID()));
    polygons.push_back(std::move(geometry));
  }
  problems.throw_if_any();
  return polygons;
}

/// Writes the number of each polygon on its pixels, or adds 1 to them.
enum class Burn { kNumber, kCount };

void rasterize(const Geometries& polygons, const RasterFrame& frame, Burn burn, std::vector<std::int32_t>& pixels) {
  const DatasetPtr raster = wrap_in_raster(std::span(pixels), frame);
  std::vector<OGRGeometryH> handles;
  std::vector<double> numbers;
  for (const auto& polygon : polygons) {
    numbers.push_back(burn == Burn::kCount ? 1.0 : static_cast<double>(handles.size()));
    handles.push_back(OGRGeometry::ToHandle(polygon.get()));
  }
  int band = 1;
  const GdalMessages messages;
  CPLStringList options;
  options.SetNameValue("MERGE_ALG", burn == Burn::kCount ? "ADD" : "REPLACE");
  if (GDALRasterizeGeometries(GDALDataset::ToHandle(raster.get()), 1, &band, static_cast<int>(handles.size()),
                              handles.data(), nullptr, nullptr, numbers.data(), options.List(), nullptr,
                              nullptr) != CE_None)
    throw std::runtime_error("GDAL does not rasterize: " + messages.text());
  raster->FlushCache();
}

}  // namespace

RasterOutlines read_raster_outlines(const std::filesystem::path& path, const RasterFrame& frame) {
  const ShapeLayer shapes = open_shapes(path);
  RasterOutlines outlines{.file = shapes.file};
  const Geometries polygons = read_polygons(shapes, frame.crs, outlines);
  outlines.polygon_of_pixel.assign(frame.pixel_count(), -1);
  outlines.polygons_on_pixel.assign(frame.pixel_count(), 0);
  rasterize(polygons, frame, Burn::kNumber, outlines.polygon_of_pixel);
  rasterize(polygons, frame, Burn::kCount, outlines.polygons_on_pixel);
  return outlines;
}

LonLatBox box_of_outlines(const std::filesystem::path& path) {
  const ShapeLayer shapes = open_shapes(path);
  RasterOutlines ignored{.file = shapes.file};
  OGREnvelope whole;
  for (const auto& polygon : read_polygons(shapes, "EPSG:4326", ignored)) {
    OGREnvelope one;
    polygon->getEnvelope(&one);
    whole.Merge(one);
  }
  return {.west_deg = whole.MinX, .south_deg = whole.MinY, .east_deg = whole.MaxX, .north_deg = whole.MaxY};
}

}  // namespace phusong::gis
