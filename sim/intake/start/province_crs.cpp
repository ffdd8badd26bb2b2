#include "sim/intake/start/province_crs.h"

#include <array>

#include "gis/text.h"

namespace phusong::intake {
namespace {

struct ProvinceZone {
  std::string_view name, plain_name, crs;
};

/// Central meridians 105°30′, 106°00′, 106°30′ and 108°15′, k0 = 0.9999.
constexpr std::array kZones = {
    ProvinceZone{"Hà Giang", "Ha Giang", "EPSG:9209"}, ProvinceZone{"Tuyên Quang", "Tuyen Quang", "EPSG:9211"},
    ProvinceZone{"Bắc Kạn", "Bac Kan", "EPSG:9213"}, ProvinceZone{"Bình Định", "Binh Dinh", "EPSG:9217"}};

/// Without the word "province" before it.
std::string key_of(std::string_view province) {
  std::string key = gis::name_key(gis::clean_text(province));
  for (const std::string_view word : {"Tỉnh", "Tinh"}) {
    const std::string before = gis::name_key(word);
    if (key.starts_with(before)) return key.substr(before.size());
  }
  return key;
}

}  // namespace

std::optional<std::string> vn2000_zone_of(std::string_view province) {
  const std::string key = key_of(province);
  for (const ProvinceZone& zone : kZones)
    if (key == gis::name_key(zone.name) || key == gis::name_key(zone.plain_name)) return std::string(zone.crs);
  return std::nullopt;
}

}  // namespace phusong::intake
