#pragma once

#include <map>
#include <string>
#include <vector>

#include "gis/layer_extent.h"
#include "sim/report/qgis/map_theme.h"
#include "sim/report/qgis/xml.h"

namespace phusong::report {

/// A layer in a legend.
struct LegendEntry {
  std::string name;
  std::vector<std::size_t> lines{};  ///< those that it has, as QGIS counts them from 0 on; empty: all
};

/// What all layouts of a project say.
struct LayoutFrame {
  gis::MapExtent extent;  ///< of the scenario's CRS, in metres
  std::string scenario;   ///< title of the scenario, which says where data are synthetic or assumed
  std::string sources;    ///< sentences on the run
  std::string legend;     ///< heading of the legend
  std::map<std::string, LegendEntry> entries;  ///< by the layers' ids
};

/// Appends a print layout of a theme: A3 landscape with title, map, legend, scale bar, north arrow and sources, without
/// a date. `number` tells it from the others.
void add_layout(pugi::xml_node layouts, const MapTheme& theme, const LayoutFrame& frame, int number);

/// An extent of the same middle with the shape of a frame, in which all of the old one is seen.
gis::MapExtent shaped(const gis::MapExtent& extent, double width_by_height);

/// The length of a segment of a scale bar in km: 1, 2 or 5 times a power of ten, at most a fifth of the width.
double segment_km(double width_m);

}  // namespace phusong::report
