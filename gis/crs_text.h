#pragma once

#include <string>

class OGRSpatialReference;

namespace phusong::gis {

/// A CRS of GDAL's as WKT 2.
std::string wkt_of(const OGRSpatialReference& crs);

}  // namespace phusong::gis
