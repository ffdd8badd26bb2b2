#pragma once

#include <string>
#include <string_view>

#include "sim/report/wording.h"

namespace phusong::report {

/// The words of a picture of a link in one language.
struct PictureWords {
  std::string_view language;  ///< of numbers
  std::string_view distance_axis, height_axis;
  std::string_view obstacle_above, obstacle_below;  ///< {height} {nu} {distance}
  std::string_view antenna, receiver;               ///< {height}
  std::string_view departure;                       ///< {angle}
  std::string_view legend_ground, legend_clutter, legend_ray, legend_fresnel, legend_fresnel_share, legend_horizon,
      legend_other_k, legend_obstacle, legend_sea_level;  ///< {k} in the one of the other k and of the sea level
  std::string_view points_title, covered, not_covered, to_mast;
  std::string_view azimuth_title, elevation_title, elevation_axis, north;
  std::string_view azimuth_reading, omnidirectional_reading, elevation_reading;  ///< {azimuth} {off} {angle} {loss}
  std::string_view other_point;  ///< {point}: a link to another point of the hamlet than its centre
};

/// Vietnamese for "vi", English else.
const PictureWords& picture_words(std::string_view language);

/// A number with the language's decimal mark and a minus sign that is as wide as a plus.
std::string picture_number(double value, int decimals, const PictureWords& words);

}  // namespace phusong::report
