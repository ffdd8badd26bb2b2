#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace phusong::intake {

/// Which coordinate a hemisphere's letter says.
enum class Axis { kNotSaid, kLongitude, kLatitude };

/// An angle read from a text.
struct Angle {
  double degrees = 0.0;  ///< south and west negative
  Axis axis = Axis::kNotSaid;
  bool has_minutes = false;  ///< it is written in degrees and minutes
};

/// Reads degrees, or degrees and minutes, or degrees, minutes and seconds, in the notations in use: 22°37'45.3"N,
/// N 22 37 45,3, 22-37-45.3, 22:37:45, 22d37m45s, 22 độ 37 phút 45 giây, 22.62924°. The last number alone may have
/// decimals, with a point or a comma. B (bắc), Đ (đông), T (tây) are hemispheres too. Nothing for another text, and for
/// minutes or seconds from 60 up.
std::optional<Angle> read_angle(std::string_view text);

/// Cuts a text that holds two coordinates ("22.62924, 105.34808"; "N22°37'45\" E105°20'53\""; "POINT (105.3 22.6)")
/// into those of latitude and longitude, latitude first in the text where no letter says otherwise.
struct CoordinateTexts {
  std::string lat, lon;
};
std::optional<CoordinateTexts> split_coordinates(std::string_view text);

}  // namespace phusong::intake
