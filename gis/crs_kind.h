#pragma once

#include <optional>
#include <string>

#include "gis/lon_lat_box.h"

namespace phusong::gis {

/// True for longitude and latitude, false for a projected CRS. Throws std::invalid_argument naming the CRS when it
/// is unknown, or neither of the two.
bool is_geographic(const std::string& crs);

/// Whether coordinates of the one mean the same place in the other, the order of latitude and longitude aside. Throws
/// std::invalid_argument naming a CRS that is unknown.
bool are_equivalent(const std::string& one, const std::string& other);

/// The area that a CRS is made for; nothing where its definition has none. Throws std::invalid_argument naming a CRS
/// that is unknown.
std::optional<LonLatBox> area_of_use(const std::string& crs);

/// The name of a CRS, e.g. "VN-2000 / UTM zone 48N". Throws std::invalid_argument naming one that is unknown.
std::string crs_name(const std::string& crs);

}  // namespace phusong::gis
