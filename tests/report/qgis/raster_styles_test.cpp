#include "sim/report/qgis/raster_styles.h"

#include <doctest/doctest.h>

#include <set>

using namespace phusong::report;
using phusong::network::Technology;

namespace {

std::size_t count(const std::string& text, const std::string& word) {
  std::size_t n = 0;
  for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1))
    ++n;
  return n;
}

}  // namespace

TEST_CASE("RxLev and RSCP are shown in six classes, the strongest without an upper end") {
  const std::string style = level_style(Technology::k3G, -100.0);
  CHECK(count(style, "<item ") == 6);
  CHECK(style.find("value=\"inf\"") != std::string::npos);
  CHECK(style.find("classificationMin=\"-105\" classificationMax=\"-65\"") != std::string::npos);
}

TEST_CASE("probability is a ramp from 0 to 1 with a middle") {
  const std::string style = probability_style();
  CHECK(count(style, "<item ") == 3);
  CHECK(style.find("colorRampType=\"INTERPOLATED\"") != std::string::npos);
  CHECK(style.find("minimumValue=\"0\" maximumValue=\"1\"") != std::string::npos);
  CHECK(style.find("<item value=\"0.5\"") != std::string::npos);
}

TEST_CASE("overlap is shown cell by cell, many cells as one class") {
  const std::string style = overlap_style();
  CHECK(count(style, "<item ") == 5);
  CHECK(style.find("colorRampType=\"DISCRETE\"") != std::string::npos);
  CHECK(style.find("label=\"> 4\"") != std::string::npos);
}

TEST_CASE("where no path crosses missing terrain its map is clear") {
  const std::string style = terrain_gaps_style();
  CHECK(style.find("<item value=\"0\" color=\"#c51b7d\" alpha=\"0\"") != std::string::npos);
  CHECK(style.find("<item value=\"1\" color=\"#c51b7d\" alpha=\"255\"") != std::string::npos);
}

TEST_CASE("quality is shown in five classes, each ratio in its own") {
  for (const std::string& style :
       {ratio_style(Technology::k2G), ratio_style(Technology::k3G), ratio_style(Technology::k4G), throughput_style()}) {
    CHECK(count(style, "<item ") == 5);
    CHECK(style.find("colorRampType=\"DISCRETE\"") != std::string::npos);
  }
  CHECK(ratio_style(Technology::k2G).find("<item value=\"9\"") != std::string::npos);
  CHECK(ratio_style(Technology::k3G).find("<item value=\"-16\"") != std::string::npos);
  CHECK(ratio_style(Technology::k5G) == ratio_style(Technology::k4G));
}

TEST_CASE("a style without a cell is a document of QGIS all the same") {
  for (const std::string& style :
       {level_style(Technology::k2G, -95.0), probability_style(), overlap_style(), terrain_gaps_style(),
        best_server_style({}), ratio_style(Technology::k3G), throughput_style()}) {
    CHECK(style.starts_with("<!DOCTYPE qgis"));
    CHECK(count(style, "<rasterrenderer ") == 1);
    CHECK(count(style, "</rasterrenderer>") == 1);
    CHECK(style.ends_with("</qgis>\n"));
  }
}

TEST_CASE("RSRP has classes of its own: clear below the threshold, coloured from it on") {
  const std::string style = level_style(Technology::k4G, -110.0);
  CHECK(count(style, "<item ") == 6);
  CHECK(style.find("<item value=\"-110\" color=\"#000000\" alpha=\"0\"") != std::string::npos);
  CHECK(style.find("<item value=\"-100\" color=\"#e31a1c\" alpha=\"255\" label=\"-110 … -100\"") != std::string::npos);
  CHECK(style.find("<item value=\"inf\" color=\"#2166ac\" alpha=\"255\" label=\"≥ -70\"") != std::string::npos);
  CHECK(count(style, "alpha=\"0\"") == 1);
}

TEST_CASE("the classes of RSRP move with the threshold") {
  CHECK(level_style(Technology::k5G, -104.5).find("<item value=\"-94.5\"") != std::string::npos);
}

TEST_CASE("each best server has its name and a colour unlike that of the others") {
  std::map<std::uint16_t, std::string> cells;
  for (std::uint16_t i = 1; i <= 60; ++i)
    cells[i] = "cell-" + std::to_string(i);
  const std::string style = best_server_style(cells);
  CHECK(count(style, "<paletteEntry ") == 60);
  std::set<std::string> colours;
  for (std::size_t at = style.find("color=\""); at != std::string::npos; at = style.find("color=\"", at + 1))
    colours.insert(style.substr(at + 7, 7));
  CHECK(colours.size() == 60);
}

TEST_CASE("a cell's name cannot break the style") {
  CHECK(best_server_style({{1, "A<B&\"C\""}}).find("label=\"A&lt;B&amp;&quot;C&quot;\"") != std::string::npos);
}
