#include "sim/report/link/link_picture.h"

#include <doctest/doctest.h>

#include "sim/analysis/link/hop_link.h"
#include "sim/report/link/link_text.h"
#include "tests/analysis/link/link_world.h"

using namespace phusong;
using report::PictureKind;

namespace {

std::string drawn(PictureKind kind, const std::string& language = "vi") {
  scenario::Scenario scenario = tests::link_scenario();
  scenario.options.report.language = language;
  return report::link_picture(analysis::cell_link(scenario, tests::hills(), {.cell = 0, .hamlet = 0}), scenario, kind);
}

}  // namespace

TEST_CASE("the ending of a file says what kind of picture it is") {
  CHECK(report::picture_kind("a/b.svg") == PictureKind::kSvg);
  CHECK(report::picture_kind("b.png") == PictureKind::kPng);
  CHECK(report::picture_kind("b.pdf") == PictureKind::kPdf);
  CHECK_FALSE(report::picture_kind("b.jpg"));
  CHECK_FALSE(report::picture_kind("svg"));
}

TEST_CASE("a picture is of its kind and has the same bytes every time") {
  CHECK(drawn(PictureKind::kSvg).starts_with("<?xml"));
  CHECK(drawn(PictureKind::kPng).starts_with("\x89PNG"));
  CHECK(drawn(PictureKind::kPdf).starts_with("%PDF-"));
  for (const PictureKind kind : {PictureKind::kSvg, PictureKind::kPng, PictureKind::kPdf})
    CHECK(drawn(kind) == drawn(kind));
}

TEST_CASE("a PDF says no time of its making but a fixed one") {
  const std::string pdf = drawn(PictureKind::kPdf);
  const std::size_t date = pdf.find("/CreationDate");
  if (date != std::string::npos) CHECK(pdf.substr(date, 24).find("1970") != std::string::npos);
  CHECK(pdf.find("/ModDate") == std::string::npos);
}

TEST_CASE("an SVG has its title and the whole budget as text, in the language of the report") {
  const std::string vietnamese = drawn(PictureKind::kSvg), english = drawn(PictureKind::kSvg, "en");
  CHECK(vietnamese.find("<title>S1-4G-1 → Thôn Lũng Chì (H1)</title>") != std::string::npos);
  CHECK(vietnamese.find("Quỹ đường truyền") != std::string::npos);
  CHECK(english.find("Free-space loss") != std::string::npos);
  CHECK(english.find("Quỹ đường truyền") == std::string::npos);
}

TEST_CASE("links of every kind are drawn: clusters, one under the antenna, two points, a hop") {
  scenario::Scenario scenario = tests::link_scenario();
  const gis::Terrain terrain = tests::hills();
  network::Hamlet& near = scenario.network.hamlets[1];
  near.position = tests::at(2000.0, 6000.0);
  for (const double x_m : {1900.0, 2000.0, 2001.0, 2300.0})
    near.clusters.push_back({.lon_lat = scenario.crs.to_lon_lat(tests::at(x_m, 6000.0)),
                             .position = tests::at(x_m, 6000.0),
                             .households = 3.0});
  const auto clusters = analysis::cell_link(scenario, terrain, {.cell = 0, .hamlet = 1});
  CHECK(clusters.points.size() == 5);
  CHECK(report::link_picture(clusters, scenario, PictureKind::kSvg).ends_with("</svg>\n"));
  const auto points = analysis::point_link(scenario, terrain,
                                           {.from = scenario.crs.to_lon_lat(tests::at(1000.0, 1000.0)),
                                            .to = scenario.crs.to_lon_lat(tests::at(9000.0, 1000.0)),
                                            .from_height_m = 42.0,
                                            .to_height_m = 1.5,
                                            .frequency_mhz = 900.0});
  CHECK(report::link_picture(points, scenario, PictureKind::kSvg).ends_with("</svg>\n"));
  tests::add_site(scenario, "S2", tests::at(9000.0, 3000.0));
  const auto hop = analysis::hop_link(scenario, terrain, {.from = 0, .to = 1});
  CHECK(report::link_picture(hop, scenario, PictureKind::kSvg).ends_with("</svg>\n"));
  CHECK_FALSE(report::link_text(hop, "vi").empty());
}
