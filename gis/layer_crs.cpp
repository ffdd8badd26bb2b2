#include "gis/layer_crs.h"

#include <ogrsf_frmts.h>

#include "gis/crs_text.h"

namespace phusong::gis {

std::optional<std::string> layer_crs(OGRLayer& layer) {
  const OGRSpatialReference* const crs = layer.GetSpatialRef();
  if (crs == nullptr) return std::nullopt;
  const char* const authority = crs->GetAuthorityName(nullptr);
  const char* const code = crs->GetAuthorityCode(nullptr);
  if (authority != nullptr && code != nullptr) return std::string(authority) + ":" + code;
  return wkt_of(*crs);
}

}  // namespace phusong::gis
