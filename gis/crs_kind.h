#pragma once

#include <string>

namespace phusong::gis {

/// True for longitude and latitude, false for a projected CRS. Throws std::invalid_argument naming the CRS when it
/// is unknown, or neither of the two.
bool is_geographic(const std::string& crs);

}  // namespace phusong::gis
