#include "gis/building_footprints.h"

#include <gdal_priv.h>
#include <ogr_spatialref.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

#include "gis/crs.h"
#include "gis/input_file.h"
#include "gis/problem.h"
#include "gis/shape_layer.h"

namespace phusong::gis {
namespace {

/// A rectangle of the zone's plane around the box, its edges at multiples of the pixel's size.
RasterFrame frame_around(const LonLatBox& box, double pixel_m) {
  const LonLat centre{(box.west_deg + box.east_deg) / 2.0, (box.south_deg + box.north_deg) / 2.0};
  const WorkingCrs crs(utm_zone_crs(centre));
  constexpr double kInfinity = std::numeric_limits<double>::infinity();
  double left = kInfinity, bottom = kInfinity, right = -kInfinity, top = -kInfinity;
  // Meridians and parallels are bent there: their middles count too.
  for (const double lon_deg : {box.west_deg, centre.lon_deg, box.east_deg}) {
    for (const double lat_deg : {box.south_deg, centre.lat_deg, box.north_deg}) {
      const MapPoint point = crs.to_map({lon_deg, lat_deg});
      left = std::min(left, point.x_m), right = std::max(right, point.x_m);
      bottom = std::min(bottom, point.y_m), top = std::max(top, point.y_m);
    }
  }
  left = pixel_m * std::floor(left / pixel_m), top = pixel_m * std::ceil(top / pixel_m);
  return {.columns = static_cast<int>(std::ceil((right - left) / pixel_m)),
          .rows = static_cast<int>(std::ceil((top - bottom) / pixel_m)),
          .geotransform = {left, pixel_m, 0.0, top, 0.0, -pixel_m},
          .crs = crs.definition()};
}

/// Counts the shapes of a layer, one by one.
class BuildingCounter {
 public:
  BuildingCounter(BuildingFootprints& result, const FootprintRule& rule) : result_(result), rule_(rule) {}

  /// A geometry in the CRS of the raster; why it is none of a building, or nothing.
  std::optional<std::string> count(const OGRGeometry& geometry) {
    if (is_polygon(&geometry)) return count_polygon(geometry);
    if (wkbFlatten(geometry.getGeometryType()) != wkbPoint) return "is neither a polygon nor a point";
    count_at(*geometry.toPoint());
    return std::nullopt;
  }

 private:
  std::optional<std::string> count_polygon(const OGRGeometry& geometry) {
    OGRPoint centre;
    if (geometry.Centroid(&centre) != OGRERR_NONE || centre.IsEmpty() != FALSE) return "is a polygon without an area";
    const bool is_single = wkbFlatten(geometry.getGeometryType()) == wkbPolygon;
    const double m2 = is_single ? geometry.toPolygon()->get_Area() : geometry.toMultiPolygon()->get_Area();
    if (m2 < rule_.least_m2) {
      ++result_.too_small;
    } else {
      count_at(centre);
    }
    return std::nullopt;
  }

  void count_at(const OGRPoint& point) {
    const RasterFrame& frame = result_.raster.frame;
    const double column = std::floor((point.getX() - frame.geotransform[0]) / rule_.pixel_m);
    const double row = std::floor((frame.geotransform[3] - point.getY()) / rule_.pixel_m);
    if (column >= 0.0 && row >= 0.0 && column < frame.columns && row < frame.rows) {
      const std::size_t pixel = result_.raster.index(static_cast<int>(column), static_cast<int>(row));
      result_.raster.people[pixel] += static_cast<float>(rule_.people_each);
      ++result_.buildings;
    } else {
      ++result_.outside;
    }
  }

  BuildingFootprints& result_;
  const FootprintRule& rule_;
};

void count_buildings(const ShapeLayer& shapes, const FootprintRule& rule, BuildingFootprints& result) {
  const auto to_raster = transformation(shapes, result.raster.frame.crs);
  BuildingCounter counter(result, rule);
  Problems problems;
  const GdalMessages messages;
  shapes.layer->ResetReading();
  while (const OGRFeatureUniquePtr feature{shapes.layer->GetNextFeature()}) {
    OGRGeometry* const geometry = feature->GetGeometryRef();
    std::optional<std::string> problem;
    if (geometry == nullptr || geometry->IsEmpty() != FALSE) {
      problem = "has no shape";
    } else if (to_raster != nullptr && geometry->transform(to_raster.get()) != OGRERR_NONE) {
      problem = "lies outside the area of " + result.raster.frame.crs;
    } else {
      problem = counter.count(*geometry);
    }
    if (problem) problems.add({.file = shapes.file, .line = static_cast<long>(feature->GetFID()), .message = *problem});
  }
  problems.throw_if_any();
}

}  // namespace

BuildingFootprints read_footprints(const std::filesystem::path& path, const LonLatBox& box, const FootprintRule& rule) {
  const ShapeLayer shapes = open_shapes(path);
  BuildingFootprints result{.raster = empty_population(shapes.file, frame_around(box, rule.pixel_m))};
  count_buildings(shapes, rule, result);
  return result;
}

bool holds_shapes(const std::filesystem::path& path) {
  Problems problems;
  if (!check_input_file(path, problems)) problems.throw_if_any();
  register_gdal();
  const GdalMessages messages;
  const DatasetPtr dataset(GDALDataset::Open(path.c_str(), GDAL_OF_RASTER | GDAL_OF_VECTOR | GDAL_OF_READONLY));
  if (dataset == nullptr)
    fail(path.string(), "is neither a raster nor a vector file that GDAL reads: " + messages.text());
  return dataset->GetRasterCount() == 0;
}

}  // namespace phusong::gis
