#pragma once

#include "sim/intake/tables/draft.h"

namespace phusong::intake {

/// Takes a tilt of both kinds apart: "2+4" is mechanical and electrical, in the other order where the header has
/// that. A tilt of which neither is said is refused, unless it is 0 or stands beside a column of either kind.
void take_tilt(Draft& draft);

}  // namespace phusong::intake
