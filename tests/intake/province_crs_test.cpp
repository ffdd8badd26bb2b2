#include "sim/intake/start/province_crs.h"

#include <doctest/doctest.h>

using phusong::intake::vn2000_zone_of;

TEST_CASE("a province has its VN-2000 zone, whatever the letters, marks and words before its name") {
  for (const char* const name : {"Hà Giang", "hà giang", "HA GIANG", "Ha-Giang", " Tỉnh Hà Giang ", "tinh Ha Giang"})
    CHECK(vn2000_zone_of(name) == "EPSG:9209");
  CHECK(vn2000_zone_of("Tuyên Quang") == "EPSG:9211");
  CHECK(vn2000_zone_of("Bắc Kạn") == "EPSG:9213");
  CHECK(vn2000_zone_of("Bình Định") == "EPSG:9217");
  CHECK_FALSE(vn2000_zone_of("Lào Cai"));
  CHECK_FALSE(vn2000_zone_of(""));
  CHECK_FALSE(vn2000_zone_of("Hà Giang mới"));
}
