#pragma once

#include <optional>
#include <string>

class OGRLayer;

namespace phusong::gis {

/// The CRS that a layer states, as an authority's code where it has one ("EPSG:9211"), else as WKT.
std::optional<std::string> layer_crs(OGRLayer& layer);

}  // namespace phusong::gis
