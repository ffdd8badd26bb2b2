#pragma once

#include "propagation/profile.h"

namespace phusong::propagation::p1812 {

/// How a path lies over land and sea, P.1812 3.2 and 3.6. A point stands for half of the interval on either side.
struct ZoneSections {
  double omega = 0.0;   ///< share of the path over sea
  double dtm_km = 0.0;  ///< longest continuous section of land, coastal and inland
  double dlm_km = 0.0;  ///< longest continuous inland section
};

ZoneSections zone_sections(const Profile& profile);

}  // namespace phusong::propagation::p1812
