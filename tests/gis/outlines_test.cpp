#include "gis/outlines.h"

#include <doctest/doctest.h>

#include "gis/problem.h"
#include "tests/gis/virtual_file.h"

using namespace phusong::gis;
using phusong::tests::VirtualFile;

namespace {

using Indices = std::vector<std::size_t>;

const std::string kOutlinedSquares = R"({"type":"FeatureCollection","features":[
  {"type":"Feature","properties":{"xa":"Sính Lủng","dan":1},"geometry":{"type":"Polygon",
   "coordinates":[[[105,22],[106,22],[106,23],[105,23],[105,22]]]}},
  {"type":"Feature","properties":{"xa":"Khau Tinh"},"geometry":{"type":"MultiPolygon",
   "coordinates":[[[[106,22],[107,22],[107,23],[106,23],[106,22]]]]}}]})";

}  // namespace

TEST_CASE("outlines say which areas a place lies in, edges included, and their texts") {
  const VirtualFile file("outlines.geojson", kOutlinedSquares);
  const Outlines outlines(file.path());
  CHECK(outlines.containing({105.5, 22.5}) == Indices{0});
  CHECK(outlines.containing({106.0, 22.5}) == Indices{0, 1});
  CHECK(outlines.containing({108.0, 22.5}).empty());
  CHECK(outlines.texts(0) == std::vector<std::string>{"Sính Lủng"});
}

TEST_CASE("outlines in another CRS are asked in it") {
  const VirtualFile file("outlines.geojson", R"({"type":"FeatureCollection",
    "crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::9211"}},"features":[
    {"type":"Feature","properties":{},"geometry":{"type":"Polygon",
     "coordinates":[[[490000,2490000],[510000,2490000],[510000,2510000],[490000,2510000],[490000,2490000]]]}}]})");
  const Outlines outlines(file.path());
  CHECK(outlines.containing({106.0, 22.6}) == Indices{0});
  CHECK(outlines.containing({106.2, 22.6}).empty());
}

TEST_CASE("a file without polygons is an error that names it") {
  const VirtualFile points("points.geojson", R"({"type":"FeatureCollection","features":[
    {"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[105,22]}}]})");
  CHECK_THROWS_WITH_AS(Outlines(points.path()), "/vsimem/points.geojson: holds no polygons\n", InputError);
  CHECK_THROWS_AS(Outlines("/vsimem/absent.geojson"), InputError);
}
