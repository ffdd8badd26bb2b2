#include "gis/layer_crs.h"

#include <ogrsf_frmts.h>

namespace phusong::gis {

std::optional<std::string> layer_crs(OGRLayer& layer) {
  const OGRSpatialReference* const crs = layer.GetSpatialRef();
  if (crs == nullptr) return std::nullopt;
  const char* const authority = crs->GetAuthorityName(nullptr);
  const char* const code = crs->GetAuthorityCode(nullptr);
  if (authority != nullptr && code != nullptr) return std::string(authority) + ":" + code;
  const char* const kOptions[] = {"FORMAT=WKT2_2019", nullptr};
  char* wkt = nullptr;
  crs->exportToWkt(&wkt, kOptions);
  std::string result = wkt == nullptr ? "" : wkt;
  CPLFree(wkt);
  return result;
}

}  // namespace phusong::gis
