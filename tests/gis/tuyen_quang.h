#pragma once

#include "gis/crs.h"

namespace phusong::tests {

/// The VN-2000 zone of the province that these small worlds lie in.
inline const gis::WorkingCrs& tuyen_quang() {
  static const gis::WorkingCrs crs("EPSG:9211");
  return crs;
}

}  // namespace phusong::tests
