#pragma once

#include <filesystem>
#include <string>
#include <variant>
#include <vector>

#include "gis/coordinates.h"
#include "gis/crs.h"
#include "gis/vector_writer.h"

namespace phusong::gis {

/// A straight line between two points of the map.
struct MapLine {
  MapPoint from, to;
};

/// A layer of a GeoPackage: points or lines in the scenario's CRS, one a row of the table. A shape that is not finite
/// leaves its row without one.
struct GpkgLayer {
  OutputTable table;
  std::variant<std::vector<MapPoint>, std::vector<MapLine>> shapes;
  std::string style;  ///< the text of a QGIS style (.qml) that the layer has when it is opened alone; empty for none
};
/// A GeoPackage of several layers. Same bytes for the same content. Throws MachineError naming the file.
void write_gpkg(const std::filesystem::path& path, const std::vector<GpkgLayer>& layers, const WorkingCrs& crs);

}  // namespace phusong::gis
