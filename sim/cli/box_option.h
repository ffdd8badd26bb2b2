#pragma once

#include <string>

#include "gis/lon_lat_box.h"

namespace phusong::cli {

/// "W,S,E,N" in degrees, the value of --bbox. Throws UsageError naming the edge that is missing, no number, out of
/// range or on the wrong side of its opposite.
gis::LonLatBox box_in(const std::string& text);

/// "W,S,E,N"
std::string text_of(const gis::LonLatBox& box);

}  // namespace phusong::cli
