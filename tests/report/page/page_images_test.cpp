#include "sim/report/page/page_images.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <vector>

#include "gis/picture.h"
#include "gis/raster_writer.h"
#include "tests/report/page/page_folder.h"

namespace phusong::report {
namespace {

const gis::RasterFrame kImageFrame{
    .columns = 60, .rows = 50, .geotransform = {479820.0, 30.0, 0.0, 2453670.0, 0.0, -30.0}, .crs = "EPSG:9211"};

/// Whether the PNG of a data URL has this width, which its bytes 18 and 19 say.
bool has_width(const std::string& url, int pixels) {
  constexpr std::size_t kPlace = sizeof("data:image/png;base64,") - 1 + std::size_t{18} / 3 * 4;
  return url.substr(kPlace, 4) == gis::base64_of({'\0', static_cast<char>(pixels), '\0'});
}

}  // namespace

TEST_CASE("levels have the pixels that a page has room for, other maps fewer, over the same ground") {
  const tests::PageFolder folder;
  folder.put("manifest.json", R"({"program": "phusong", "options": {"service.raster_operators": ["any"]}})");
  create_directories(folder.path() / "coverage/any");
  const std::vector<float> values(kImageFrame.pixel_count(), 0.5F);
  for (const char* const file : {"4g_rsrp_dbm.tif", "4g_probability.tif"})
    gis::write_cog(folder.path() / "coverage/any" / file, kImageFrame, values, {});

  const nlohmann::ordered_json images =
      page_images(folder.run(), {.max_pixels = 40, .max_pixels_of_others = 30, .max_bytes = 100'000});
  REQUIRE(images.size() == 2);
  CHECK(images.at(0).at("kind") == "level");
  CHECK(has_width(images.at(0).at("url"), 40));
  CHECK(images.at(1).at("kind") == "probability");
  CHECK(has_width(images.at(1).at("url"), 30));
  for (const int corner : {0, 1}) {
    for (const int axis : {0, 1}) {
      CHECK(images.at(0).at("bounds").at(corner).at(axis).get<double>() ==
            doctest::Approx(images.at(1).at("bounds").at(corner).at(axis).get<double>()).epsilon(1e-5));
    }
  }
}

}  // namespace phusong::report
