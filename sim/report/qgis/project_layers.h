#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sim/network/technology.h"
#include "sim/report/stored/stored_run.h"

namespace phusong::report {

/// A layer of the project.
struct ProjectLayer {
  enum class Kind { kRaster, kPoints, kLines };

  std::string id;      ///< ASCII, the only one of its name among the layers
  std::string name;    ///< as the reader sees it
  std::string source;  ///< relative to the RUN folder, as QGIS names it: "./network.gpkg|layername=sites"
  Kind kind = Kind::kRaster;
  std::string style;        ///< the text of its .qml
  bool in_degrees = false;  ///< WGS84; else the scenario's CRS
  double opacity = 1.0;     ///< of a raster
};

/// Layers under a heading, those drawn last first.
struct ProjectGroup {
  std::string name;
  std::vector<ProjectLayer> layers;
  std::vector<ProjectGroup> groups{};  ///< below its own layers
};

/// The layers that a run has files for, in groups from the top of the map to its ground. Throws gis::InputError where a
/// file of the run cannot be read.
std::vector<ProjectGroup> project_groups(const StoredRun& run, const std::string& language);

/// All layers of groups and of the groups inside them, in the order in which they stand.
std::vector<ProjectLayer> all_layers(const std::vector<ProjectGroup>& groups);

/// The id that a layer has in the project: QGIS makes a new one of its own for an id that is short.
std::string qgis_id(std::string_view id);

/// Ids of layers that themes ask for.
std::string hamlet_layer_id(network::Technology technology);
std::string sector_layer_id(network::Technology technology);
std::string raster_layer_id(std::size_t operator_number, std::string_view raster);

}  // namespace phusong::report
