#include "sim/report/link/picture_words.h"

#include "sim/report/json_text.h"

namespace phusong::report {

namespace {

constexpr PictureWords kVietnamesePicture = {
    .language = "vi",
    .distance_axis = "Cự ly từ anten phát (km)",
    .height_axis = "Độ cao trên mực nước biển (m)",
    .obstacle_above = "Vật chắn cao hơn tia {height} m\nν = {nu}, cách {distance} km",
    .obstacle_below = "Tia cao hơn vật gần nhất {height} m\nν = {nu}, cách {distance} km",
    .antenna = "anten {height} m",
    .receiver = "máy thu {height} m",
    .departure = "tia rời {angle}°",
    .legend_ground = "mặt đất",
    .legend_clutter = "cây cối, nhà cửa",
    .legend_ray = "tia thẳng",
    .legend_fresnel = "miền Fresnel thứ nhất",
    .legend_fresnel_share = "0,6 F1",
    .legend_horizon = "tia qua chân trời",
    .legend_other_k = "mặt đất (và cây) khi k = {k}",
    .legend_obstacle = "vật chắn chính",
    .legend_sea_level = "độ cao đều (trái đất cong, k = {k})",
    .points_title = "Mức thu ở các điểm của thôn (dBm)",
    .covered = "được phủ",
    .not_covered = "không phủ",
    .to_mast = "về phía trạm",
    .azimuth_title = "Anten theo phương vị (dB)",
    .elevation_title = "Anten theo góc ngẩng (dB)",
    .elevation_axis = "góc so với chân trời, lên dương (°)",
    .north = "B",
    .azimuth_reading = "phương vị {azimuth}°, lệch {off}°",
    .omnidirectional_reading = "phương vị {azimuth}°, vô hướng",
    .elevation_reading = "tia {angle}°, suy giảm {loss} dB",
    .other_point = "điểm {point} của thôn",
};
constexpr PictureWords kEnglishPicture = {
    .language = "en",
    .distance_axis = "Distance from the transmitter (km)",
    .height_axis = "Height above sea level (m)",
    .obstacle_above = "Obstacle {height} m above the ray\nν = {nu}, at {distance} km",
    .obstacle_below = "Ray {height} m above the nearest obstacle\nν = {nu}, at {distance} km",
    .antenna = "antenna {height} m",
    .receiver = "receiver {height} m",
    .departure = "ray leaves at {angle}°",
    .legend_ground = "ground",
    .legend_clutter = "clutter",
    .legend_ray = "straight ray",
    .legend_fresnel = "first Fresnel zone",
    .legend_fresnel_share = "0.6 F1",
    .legend_horizon = "ray over the horizon",
    .legend_other_k = "ground (and trees) for k = {k}",
    .legend_obstacle = "main obstacle",
    .legend_sea_level = "equal height (curved Earth, k = {k})",
    .points_title = "Level at the hamlet's points (dBm)",
    .covered = "covered",
    .not_covered = "not covered",
    .to_mast = "towards the mast",
    .azimuth_title = "Antenna in azimuth (dB)",
    .elevation_title = "Antenna in elevation (dB)",
    .elevation_axis = "angle to the horizontal, up positive (°)",
    .north = "N",
    .azimuth_reading = "azimuth {azimuth}°, off by {off}°",
    .omnidirectional_reading = "azimuth {azimuth}°, omnidirectional",
    .elevation_reading = "ray {angle}°, attenuation {loss} dB",
    .other_point = "point {point} of the hamlet",
};

}  // namespace

const PictureWords& picture_words(std::string_view language) {
  return language == "vi" ? kVietnamesePicture : kEnglishPicture;
}

std::string picture_number(double value, int decimals, const PictureWords& words) {
  const std::string text =
      decimal_text(rounded(value, decimals) + 0.0, decimals, wording(words.language));  // no minus before 0
  return text.starts_with('-') ? "−" + text.substr(1) : text;
}

}  // namespace phusong::report
