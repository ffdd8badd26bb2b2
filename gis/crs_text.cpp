#include "gis/crs_text.h"

#include <cpl_conv.h>
#include <ogr_spatialref.h>

namespace phusong::gis {

std::string wkt_of(const OGRSpatialReference& crs) {
  const char* const kOptions[] = {"FORMAT=WKT2_2019", nullptr};
  char* wkt = nullptr;
  crs.exportToWkt(&wkt, kOptions);
  std::string result = wkt == nullptr ? "" : wkt;
  CPLFree(wkt);
  return result;
}

}  // namespace phusong::gis
