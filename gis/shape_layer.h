#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "gis/gdal_support.h"

class OGRCoordinateTransformation;
class OGRGeometry;
class OGRLayer;

namespace phusong::gis {

/// The first layer of a vector file that has shapes, open for reading.
struct ShapeLayer {
  std::string file;  ///< for messages
  DatasetPtr dataset;
  OGRLayer* layer = nullptr;  ///< of `dataset`
  std::string crs;            ///< WKT
};

/// Throws InputError: unreadable, a CRS that is not said, no shape.
ShapeLayer open_shapes(const std::filesystem::path& path);

/// From the CRS of a layer to another, by the one operation that the project uses; nothing where they are one. Throws
/// InputError naming the file where no datum shift is known.
std::unique_ptr<OGRCoordinateTransformation> transformation(const ShapeLayer& shapes, const std::string& to);

/// Whether a shape is one polygon or several, and there at all.
bool is_polygon(const OGRGeometry* shape);

}  // namespace phusong::gis
