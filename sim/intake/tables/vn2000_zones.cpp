#include "sim/intake/tables/vn2000_zones.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <regex>

#include "gis/text.h"
#include "sim/intake/tables/angle_text.h"

namespace phusong::intake {
namespace {

/// Provinces before July 2025 by their central meridians: EPSG's areas of use of these CRSs, which follow circular
/// 973/2001/TT-TCĐC of the General Department of Land Administration. Names as `place_words` has them.
struct ZoneProvinces {
  std::string_view crs;
  double meridian_deg;
  std::vector<std::string_view> provinces;
};
const std::vector<ZoneProvinces>& zone_provinces() {
  static const std::vector<ZoneProvinces> kZones = {
      {"EPSG:9205", 103.0, {"dien bien", "lai chau"}},
      {"EPSG:9206", 104.0, {"son la"}},
      {"EPSG:9207", 104.5, {"ca mau", "kien giang"}},
      {"EPSG:9208", 104.75, {"an giang", "lao cai", "nghe an", "phu tho", "yen bai"}},
      {"EPSG:5897",
       105.0,
       {"ha noi", "ha nam", "ha tay", "ninh binh", "thanh hoa", "vinh phuc", "can tho", "bac lieu", "dong thap",
        "hau giang"}},
      {"EPSG:9209",
       105.5,
       {"bac ninh", "ha giang", "ha tinh", "hai duong", "hung yen", "nam dinh", "soc trang", "tay ninh", "thai binh",
        "tra vinh", "vinh long"}},
      {"EPSG:9210", 105.75, {"hai phong", "ho chi minh", "ben tre", "binh duong", "cao bang", "long an", "tien giang"}},
      {"EPSG:9211", 106.0, {"hoa binh", "quang binh", "tuyen quang"}},
      {"EPSG:9212", 106.25, {"binh phuoc", "quang tri"}},
      {"EPSG:9213", 106.5, {"bac kan", "thai nguyen"}},
      {"EPSG:9214", 107.0, {"bac giang", "thua thien hue"}},
      {"EPSG:9215", 107.25, {"lang son"}},
      {"EPSG:9216", 107.5, {"kon tum"}},
      {"EPSG:5899", 107.75, {"quang ninh", "da nang", "quang nam", "ba ria vung tau", "dong nai", "lam dong"}},
      {"EPSG:5898", 108.0, {"quang ngai"}},
      {"EPSG:9217", 108.25, {"binh dinh", "khanh hoa", "ninh thuan"}},
      {"EPSG:9218", 108.5, {"binh thuan", "dak lak", "dak nong", "gia lai", "phu yen"}},
  };
  return kZones;
}

/// Today's provinces and the others that they took in: Resolution 202/2025/QH15.
const std::map<std::string_view, std::vector<std::string_view>>& merged_provinces() {
  static const std::map<std::string_view, std::vector<std::string_view>> kMerged = {
      {"tuyen quang", {"ha giang"}},
      {"lao cai", {"yen bai"}},
      {"thai nguyen", {"bac kan"}},
      {"phu tho", {"vinh phuc", "hoa binh"}},
      {"bac ninh", {"bac giang"}},
      {"hung yen", {"thai binh"}},
      {"hai phong", {"hai duong"}},
      {"ninh binh", {"ha nam", "nam dinh"}},
      {"quang tri", {"quang binh"}},
      {"da nang", {"quang nam"}},
      {"quang ngai", {"kon tum"}},
      {"gia lai", {"binh dinh"}},
      {"khanh hoa", {"ninh thuan"}},
      {"lam dong", {"dak nong", "binh thuan"}},
      {"dak lak", {"phu yen"}},
      {"ho chi minh", {"ba ria vung tau", "binh duong"}},
      {"dong nai", {"binh phuoc"}},
      {"tay ninh", {"long an"}},
      {"can tho", {"soc trang", "hau giang"}},
      {"vinh long", {"ben tre", "tra vinh"}},
      {"dong thap", {"tien giang"}},
      {"ca mau", {"bac lieu"}},
      {"an giang", {"kien giang"}},
  };
  return kMerged;
}

/// VN-2000 / UTM zone 48N and 49N.
const std::vector<Vn2000Zone>& zones_of_six_degrees() {
  static const std::vector<Vn2000Zone> kZones = {{"EPSG:3405", 105.0, 6}, {"EPSG:3406", 111.0, 6}};
  return kZones;
}

void add_zone_of(std::string_view province, std::vector<Vn2000Zone>& zones) {
  for (const ZoneProvinces& zone : zone_provinces()) {
    if (std::ranges::find(zone.provinces, province) == zone.provinces.end()) continue;
    if (std::ranges::find(zones, zone.crs, &Vn2000Zone::crs) == zones.end())
      zones.push_back({std::string(zone.crs), zone.meridian_deg});
  }
}

}  // namespace

const std::vector<Vn2000Zone>& vn2000_zones() {
  static const std::vector<Vn2000Zone> kZones = [] {
    std::vector<Vn2000Zone> zones;
    for (const ZoneProvinces& zone : zone_provinces())
      zones.push_back({std::string(zone.crs), zone.meridian_deg});
    return zones;
  }();
  return kZones;
}

std::string place_words(std::string_view name) {
  static constexpr std::array<std::string_view, 13> kKinds = {"tinh ",   "thanh pho ", "tp ",        "huyen ",  "quan ",
                                                              "thi xa ", "thi tran ",  "xa ",        "phuong ", "tx ",
                                                              "tt ",     "province ",  "commune of "};
  std::string words = gis::plain_words(name);
  for (const std::string_view kind : kKinds)
    if (words.starts_with(kind) && words.size() > kind.size()) return words.substr(kind.size());
  return words;
}

std::vector<Vn2000Zone> zones_of_province(std::string_view province, bool is_old_name) {
  std::string words = place_words(province);
  if (words == "hue") words = "thua thien hue";
  if (words == "hcm" || words == "tphcm" || words == "sai gon") words = "ho chi minh";
  if (words == "dac lac" || words == "dak lac" || words == "daklak") words = "dak lak";
  if (words == "bac can") words = "bac kan";
  std::vector<Vn2000Zone> zones;
  add_zone_of(words, zones);
  const auto merged = merged_provinces().find(words);
  if (is_old_name || merged == merged_provinces().end()) return zones;
  for (const std::string_view part : merged->second)
    add_zone_of(part, zones);
  std::ranges::sort(zones, {}, &Vn2000Zone::meridian_deg);
  return zones;
}

std::vector<Vn2000Zone> zones_of_meridian(const std::string& text) {
  static const std::regex kWidth("(?:múi|mui|zone)[^0-9]*(3|6)(?![0-9])");
  constexpr double kSameDeg = 0.01;
  std::string meridian = gis::without_case(text);
  std::smatch width;
  const bool has_width = std::regex_search(meridian, width, kWidth);
  const bool may_be_3 = !has_width || width[1] == "3", may_be_6 = !has_width || width[1] == "6";
  if (has_width) meridian = width.prefix();
  while (!meridian.empty() && std::string_view(" ,;(-").find(meridian.back()) != std::string_view::npos)
    meridian.pop_back();
  const std::optional<Angle> angle = read_angle(meridian);
  std::vector<Vn2000Zone> zones;
  const auto add_those = [&](const std::vector<Vn2000Zone>& some) {
    for (const Vn2000Zone& zone : some) {
      const bool is_told = angle ? std::abs(zone.meridian_deg - angle->degrees) < kSameDeg : has_width;
      if (is_told) zones.push_back(zone);
    }
  };
  if (may_be_3) add_those(vn2000_zones());
  if (may_be_6) add_those(zones_of_six_degrees());
  return zones;
}

std::optional<std::string> own_zone_of_province(std::string_view province) {
  const std::vector<Vn2000Zone> zones = zones_of_province(province, true);
  return zones.empty() ? std::nullopt : std::optional(zones.front().crs);
}

std::string zone_text(const Vn2000Zone& zone) {
  const double minutes = std::round((zone.meridian_deg - std::floor(zone.meridian_deg)) * 60.0);
  return fmt::format("{} ({:.0f}°{:02.0f}′{})", zone.crs, std::floor(zone.meridian_deg), minutes,
                     zone.width_deg == 6 ? ", 6°" : "");
}

std::string zones_text(const std::vector<Vn2000Zone>& zones) {
  std::string text;
  for (const Vn2000Zone& zone : zones)
    text += (text.empty() ? "" : ", ") + zone_text(zone);
  return text;
}

}  // namespace phusong::intake
