#include "gis/crs.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <cmath>
#include <stdexcept>
#include <string>

using namespace phusong::gis;

namespace {

std::string message_of(const std::string& definition) {
  try {
    const WorkingCrs crs(definition);
  } catch (const std::invalid_argument& error) {
    return error.what();
  }
  return "";
}

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("VN-2000 is shifted to WGS84, not read as it") {
  const Transform vn2000_to_wgs84("EPSG:4756", "EPSG:4326");
  const MapPoint wgs84 = vn2000_to_wgs84.forward({105.0, 22.8});
  CHECK(wgs84.x_m == doctest::Approx(105.00190815).epsilon(1e-10));
  CHECK(wgs84.y_m == doctest::Approx(22.79903230).epsilon(1e-10));
}

TEST_CASE("station TQG0327-12 is where its province's zone puts it") {
  const MapPoint station = WorkingCrs("EPSG:9209").to_map({105.34808, 22.62924});
  CHECK(std::abs(station.x_m - 484188.40) < 0.005);
  CHECK(std::abs(station.y_m - 2503344.61) < 0.005);
}

TEST_CASE("the datum shift holds north of its area of use, without a tear at 23.4° N") {
  const WorkingCrs crs("EPSG:9209");
  const MapPoint north = crs.to_map({105.3, 23.45});
  CHECK(std::abs(north.x_m - 479370.4) < 0.05);
  CHECK(std::abs(north.y_m - 2594236.0) < 0.05);

  const MapPoint below = crs.to_map({105.3, 23.3999999});
  const MapPoint above = crs.to_map({105.3, 23.4000001});
  CHECK(std::hypot(above.x_m - below.x_m, above.y_m - below.y_m) < 0.05);
}

TEST_CASE("WGS84 and UTM on it need no shift") {
  const MapPoint same = Transform("EPSG:4326", "EPSG:4326").forward({105.25, 22.5});
  CHECK(same.x_m == 105.25);
  CHECK(same.y_m == 22.5);
  const MapPoint centre = WorkingCrs("EPSG:32648").to_map({105.0, 0.0});
  CHECK(std::abs(centre.x_m - 500000.0) < 1e-6);
  CHECK(std::abs(centre.y_m) < 1e-6);
}

TEST_CASE("an unknown CRS is refused by name") {
  CHECK(contains(message_of("EPSG:999999"), "unknown CRS 'EPSG:999999'"));
  CHECK(contains(message_of("nonsense"), "unknown CRS 'nonsense'"));
  CHECK(contains(message_of(""), "unknown CRS ''"));
}

TEST_CASE("a CRS without a known datum shift is refused by name") {
  const std::string bare = "+proj=tmerc +lon_0=105.5 +k=0.9999 +x_0=500000 +ellps=WGS84";
  CHECK(contains(message_of(bare), bare));
  CHECK(contains(message_of(bare), "known datum shift"));
  CHECK_THROWS_AS(Transform("EPSG:4326", "+proj=longlat +ellps=krass"), std::invalid_argument);
}

TEST_CASE("a PROJ string with its own datum shift is accepted") {
  const std::string towgs84 =
      "+proj=tmerc +lon_0=105.5 +k=0.9999 +x_0=500000 +ellps=WGS84 +units=m "
      "+towgs84=-191.90441429,-39.30318279,-111.45032835,0.00928836,-0.01975479,0.00427372,0.252906278";
  const MapPoint by_string = WorkingCrs(towgs84).to_map({105.34808, 22.62924});
  const MapPoint by_code = WorkingCrs("EPSG:9209").to_map({105.34808, 22.62924});
  CHECK(std::hypot(by_string.x_m - by_code.x_m, by_string.y_m - by_code.y_m) < 0.01);
}

TEST_CASE("a working CRS is projected and in metres") {
  CHECK(contains(message_of("EPSG:4326"), "not projected"));
  CHECK(contains(message_of("EPSG:2225"), "not in metres"));  // California zone 1, US survey feet
}

TEST_CASE("two VN-2000 zones differ by their projection alone") {
  const Transform between("EPSG:9209", "EPSG:9211");
  const WorkingCrs target("EPSG:9211");
  const MapPoint through_wgs84 = target.to_map(WorkingCrs("EPSG:9209").to_lon_lat({484188.40, 2503344.61}));
  const MapPoint direct = between.forward({484188.40, 2503344.61});
  CHECK(std::hypot(through_wgs84.x_m - direct.x_m, through_wgs84.y_m - direct.y_m) < 2e-3);
}

TEST_CASE("grid north is east of true north on the east side of the central meridian") {
  const WorkingCrs crs("EPSG:32648");  // central meridian 105°
  const double east_deg = crs.convergence_deg({106.0, 22.0});
  CHECK(east_deg == doctest::Approx(std::sin(22.0 * 3.14159265358979 / 180.0)).epsilon(1e-3));
  CHECK(crs.convergence_deg({104.0, 22.0}) == doctest::Approx(-east_deg).epsilon(1e-9));
  CHECK(std::abs(crs.convergence_deg({105.0, 22.0})) < 1e-9);
}

TEST_CASE("a true azimuth less the convergence is the azimuth in the grid") {
  const WorkingCrs crs("EPSG:9209");
  const LonLat start{104.6, 23.0};
  const MapPoint from = crs.to_map(start);
  const MapPoint to = crs.to_map({start.lon_deg, start.lat_deg + 0.01});  // due north
  const double grid_azimuth_deg = std::atan2(to.x_m - from.x_m, to.y_m - from.y_m) * 180.0 / 3.14159265358979;
  CHECK(grid_azimuth_deg == doctest::Approx(0.0 - crs.convergence_deg(start)).epsilon(1e-3));
  CHECK(grid_azimuth_deg > 0.3);
}

TEST_CASE("a position comes back from the map to within two millimetres") {
  const WorkingCrs crs("EPSG:9211");
  CHECK(rc::check([&crs] {
    const LonLat start{100.0 + *rc::gen::inRange(0, 12'000'000) * 1e-6, 5.0 + *rc::gen::inRange(0, 20'000'000) * 1e-6};
    const LonLat back = crs.to_lon_lat(crs.to_map(start));
    RC_ASSERT(std::abs(back.lon_deg - start.lon_deg) < 2e-8);
    RC_ASSERT(std::abs(back.lat_deg - start.lat_deg) < 2e-8);
  }));
}

TEST_CASE("a copy transforms as its original, also after the original is gone") {
  auto original = std::make_unique<Transform>("EPSG:4326", "EPSG:9209");
  const MapPoint before = original->forward({105.0, 22.0});
  const Transform copy = *original;
  original.reset();
  const MapPoint after = copy.forward({105.0, 22.0});
  CHECK(after.x_m == before.x_m);
  CHECK(after.y_m == before.y_m);
  CHECK(contains(copy.pipeline(), "helmert"));
}

TEST_CASE("a point that cannot be transformed has no coordinates") {
  const MapPoint nowhere = WorkingCrs("EPSG:9209").to_map({105.0, 95.0});
  CHECK(std::isnan(nowhere.x_m));
  CHECK(std::isnan(nowhere.y_m));
}

TEST_CASE("the UTM zone follows the position") {
  CHECK(utm_zone_crs({105.3, 22.0}) == "EPSG:32648");
  CHECK(utm_zone_crs({108.0, 14.0}) == "EPSG:32649");
  CHECK(utm_zone_crs({-180.0, -1.0}) == "EPSG:32701");
  CHECK(utm_zone_crs({180.0, 1.0}) == "EPSG:32660");
}

TEST_CASE("the error of lengths on the grid is that of the projection's scale") {
  CHECK(WorkingCrs("EPSG:32648").length_error({105.0, 22.0}) == doctest::Approx(0.0004).epsilon(0.01));
  CHECK(WorkingCrs("EPSG:9211").length_error({105.5, 22.0}) < 0.0005);
  const double stretch = WorkingCrs("EPSG:3857").length_error({105.0, 22.0});
  CHECK(stretch == doctest::Approx(1.0 / std::cos(22.0 * 3.14159265 / 180.0) - 1.0).epsilon(0.02));
  CHECK(WorkingCrs("EPSG:32640").length_error({105.0, 22.0}) > 0.2);
  CHECK_FALSE(WorkingCrs("EPSG:32640").length_error({147.0, 0.0}) < 0.01);  // NaN, or far off
}

TEST_CASE("a zone is found at any longitude") {
  CHECK(utm_zone_crs({255.0, 23.0}) == "EPSG:32613");
  CHECK(utm_zone_crs({-105.0, 23.0}) == "EPSG:32613");
  CHECK(utm_zone_crs({465.0, -23.0}) == "EPSG:32748");
  CHECK(utm_zone_crs({-255.0, 1.0}) == "EPSG:32648");
}
