#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace phusong::intake {

/// A zone of VN-2000: TM-3, in which provinces make their maps, or UTM, of 6° each.
struct Vn2000Zone {
  std::string crs;            ///< "EPSG:9211"
  double meridian_deg = 0.0;  ///< central
  int width_deg = 3;
};

/// All zones, west to east: EPSG's VN-2000 / TM-3, by their central meridians.
const std::vector<Vn2000Zone>& vn2000_zones();

/// The zones that a province's coordinates may be in: one for a province as it was before July 2025, also where today's
/// province of that name has taken no other in (`is_old_name`: a district beside it says that the name is an old one);
/// those of all its parts for a province of today. Nothing for an unknown name; "tỉnh", "thành phố" before it do not
/// count.
std::vector<Vn2000Zone> zones_of_province(std::string_view province, bool is_old_name);

/// The zones that a central meridian tells, and the width of the zone where the text has it: "105°30'", "105 múi 3",
/// "múi 6". On 105° and 111° a zone of 3° and one of 6° have their middle, which are some 700 m apart in the north.
/// Nothing for a text of neither.
std::vector<Vn2000Zone> zones_of_meridian(const std::string& text);

/// The CRS of a province's own zone, by its name before July 2025; nothing for an unknown name.
std::optional<std::string> own_zone_of_province(std::string_view province);

/// "EPSG:9211 (106°00′)", "EPSG:3405 (105°00′, 6°)"
std::string zone_text(const Vn2000Zone& zone);
/// "EPSG:9209 (105°30′), EPSG:9211 (106°00′)"
std::string zones_text(const std::vector<Vn2000Zone>& zones);

/// The words of a place's name without the word for its kind before it: "dong van" for "Huyện Đồng Văn".
std::string place_words(std::string_view name);

}  // namespace phusong::intake
