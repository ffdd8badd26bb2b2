#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace phusong::gis {

/// The unit in which a raster has its heights.
struct HeightUnit {
  std::string_view name;
  double metres = 1.0;
};

/// The unit that a band's text names, whatever its case and marks: "m", "Metres", "FT", "Foot_US", "us-ft", "cm". An
/// empty text means metres. Nothing for another.
std::optional<HeightUnit> height_unit_of(std::string_view text);

/// The units known, for messages.
std::string known_height_units();

}  // namespace phusong::gis
