#include "sim/intake/tables/vn2000_zones.h"

#include <doctest/doctest.h>

#include "gis/crs.h"

using namespace phusong;
using namespace phusong::intake;

TEST_CASE("a province as it was has one zone, however its name is written") {
  CHECK(zones_text(zones_of_province("Hà Giang", false)) == "EPSG:9209 (105°30′)");
  CHECK(zones_text(zones_of_province("TỈNH HÀ GIANG", false)) == "EPSG:9209 (105°30′)");
  CHECK(zones_text(zones_of_province("Bac Kan", false)) == "EPSG:9213 (106°30′)");
  CHECK(zones_text(zones_of_province("Binh Dinh", true)) == "EPSG:9217 (108°15′)");
  CHECK(zones_text(zones_of_province("Tuyên Quang", true)) == "EPSG:9211 (106°00′)");
}

TEST_CASE("a province's own zone is that of its name before it took others in, whatever the letters and marks") {
  for (const char* const name : {"Hà Giang", "hà giang", "HA GIANG", "Ha-Giang", " Tỉnh Hà Giang ", "tinh Ha Giang"})
    CHECK(own_zone_of_province(name) == "EPSG:9209");
  CHECK(own_zone_of_province("Tuyên Quang") == "EPSG:9211");
  CHECK(own_zone_of_province("Bắc Kạn") == "EPSG:9213");
  CHECK(own_zone_of_province("Bình Định") == "EPSG:9217");
  CHECK_FALSE(own_zone_of_province(""));
  CHECK_FALSE(own_zone_of_province("Hà Giang mới"));
}

TEST_CASE("a province of today may be in the zones of all that it is made of") {
  CHECK(zones_text(zones_of_province("Tuyên Quang", false)) == "EPSG:9209 (105°30′), EPSG:9211 (106°00′)");
  CHECK(zones_text(zones_of_province("Phú Thọ", false)) ==
        "EPSG:9208 (104°45′), EPSG:5897 (105°00′), EPSG:9211 (106°00′)");
  CHECK(zones_text(zones_of_province("Vĩnh Long", false)) == "EPSG:9209 (105°30′), EPSG:9210 (105°45′)");
  CHECK(zones_of_province("Cao Bằng", false).size() == 1);
  CHECK(zones_of_province("Atlantis", false).empty());
}

TEST_CASE("every zone has a datum shift to WGS84, and its meridian in the middle") {
  for (const Vn2000Zone& zone : vn2000_zones()) {
    CAPTURE(zone.crs);
    const gis::MapPoint place = gis::Transform(zone.crs, "EPSG:4326").forward({500000.0, 2500000.0});
    CHECK(place.x_m == doctest::Approx(zone.meridian_deg).epsilon(1e-4));
  }
}

TEST_CASE("the word for a kind of place does not count") {
  CHECK(place_words("Xã Sính Lủng") == "sinh lung");
  CHECK(place_words("TT. Yên Minh") == "yen minh");
  CHECK(place_words("Phú Xã") == "phu xa");
}
