#include "gis/shape_layer.h"

#include <gdal_priv.h>
#include <ogr_spatialref.h>
#include <ogrsf_frmts.h>

#include <stdexcept>

#include "gis/crs.h"
#include "gis/crs_text.h"
#include "gis/input_file.h"
#include "gis/problem.h"
#include "gis/raster_source.h"

namespace phusong::gis {

ShapeLayer open_shapes(const std::filesystem::path& path) {
  Problems problems;
  if (!check_input_file(path, problems)) problems.throw_if_any();
  register_gdal();
  const GdalMessages messages;
  ShapeLayer shapes{.file = path.string(),
                    .dataset = DatasetPtr(GDALDataset::Open(path.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY))};
  if (shapes.dataset == nullptr) fail(shapes.file, "is no vector file that GDAL reads: " + messages.text());
  for (OGRLayer* const layer : shapes.dataset->GetLayers()) {
    if (layer->GetGeomType() == wkbNone || layer->GetFeatureCount() == 0) continue;
    const OGRSpatialReference* const crs = layer->GetSpatialRef();
    if (crs == nullptr) fail(shapes.file, "does not say its coordinate reference system");
    shapes.layer = layer;
    shapes.crs = wkt_of(*crs);
    return shapes;
  }
  fail(shapes.file, "has no shape");
}

std::unique_ptr<OGRCoordinateTransformation> transformation(const ShapeLayer& shapes, const std::string& to) {
  if (is_same_crs(shapes.crs, to)) return nullptr;
  OGRSpatialReference source = *shapes.layer->GetSpatialRef(), target;
  target.SetFromUserInput(to.c_str());
  for (OGRSpatialReference* crs : {&source, &target})
    crs->SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
  OGRCoordinateTransformationOptions options;
  try {
    options.SetCoordinateOperation(Transform(shapes.crs, to).pipeline().c_str(), false);
  } catch (const std::invalid_argument& error) {
    fail(shapes.file, error.what());
  }
  return std::unique_ptr<OGRCoordinateTransformation>(OGRCreateCoordinateTransformation(&source, &target, options));
}

bool is_polygon(const OGRGeometry* shape) {
  if (shape == nullptr || shape->IsEmpty() != FALSE) return false;
  const OGRwkbGeometryType type = wkbFlatten(shape->getGeometryType());
  return type == wkbPolygon || type == wkbMultiPolygon;
}

}  // namespace phusong::gis
