#include "sim/report/page/map_classes.h"

#include <doctest/doctest.h>

#include <limits>
#include <nlohmann/json.hpp>

namespace phusong::report {
namespace {

constexpr float kUnknown = std::numeric_limits<float>::quiet_NaN();

gis::WebRaster row_of_values(std::vector<float> values) {
  return {.columns = static_cast<int>(values.size()), .rows = 1, .bounds = {}, .values = std::move(values)};
}

}  // namespace

TEST_CASE("a value has the colour of the class that it is in, its upper end included") {
  const ColourStops classes = level_colours(network::Technology::k4G, -110.0);
  const gis::PalettePicture picture = classified(row_of_values({kUnknown, -120, -110, -109.9F, -100, -20}), classes);
  CHECK(picture.pixels == std::vector<std::uint8_t>{0, 1, 1, 2, 2, 6});
  CHECK(picture.palette.at(0).alpha == 0);
  CHECK(picture.palette.at(1).alpha == 0);
  CHECK(picture.palette.at(2).red == 0xe3);
  CHECK(picture.palette.size() == 7);
}

TEST_CASE("what is clear is not in the legend") {
  const nlohmann::ordered_json legend = legend_json(level_colours(network::Technology::k4G, -110.0));
  REQUIRE(legend.size() == 5);
  CHECK(legend.at(0).at("colour") == "#e31a1c");
  CHECK(legend.at(0).at("label") == "-110 … -100");
  CHECK(legend_json(level_colours(network::Technology::k2G, -95.0)).size() == 6);
}

TEST_CASE("a ramp becomes ten classes between its colours") {
  const ColourStops classes = classes_of_ramp(probability_colours());
  REQUIRE(classes.size() == 10);
  CHECK(classes.front().label == "0.0 … 0.1");
  CHECK(classes.back().value == doctest::Approx(1.0));
  CHECK(classes.back().label == "0.9 … 1.0");
  const gis::PalettePicture picture = classified(row_of_values({0.0F, 0.05F, 0.55F, 1.0F}), classes);
  CHECK(picture.pixels == std::vector<std::uint8_t>{1, 1, 6, 10});
}

TEST_CASE("cells have colours of their own, none where no cell serves, however many there are") {
  const gis::PalettePicture picture = distinct_classes(row_of_values({0, kUnknown, 1, 2, 255, 256, 65535}));
  CHECK(picture.pixels[0] == 0);
  CHECK(picture.pixels[1] == 0);
  CHECK(picture.pixels[2] != picture.pixels[3]);
  CHECK(picture.pixels[4] == 255);
  CHECK(picture.pixels[5] == picture.pixels[2]);
  CHECK(picture.pixels[6] > 0);
  CHECK(picture.palette.size() == 256);
}

TEST_CASE("shades of a hill are greys that a colour over them is seen on") {
  const gis::PalettePicture picture = grey_shades(row_of_values({1, 255, kUnknown}));
  const gis::PictureColour shadow = picture.palette.at(picture.pixels[0]),
                           light = picture.palette.at(picture.pixels[1]);
  CHECK(shadow.red >= 90);
  CHECK(light.red == 255);
  CHECK(light.red == light.blue);
  CHECK(picture.palette.at(picture.pixels[2]).alpha == 0);
}

}  // namespace phusong::report
