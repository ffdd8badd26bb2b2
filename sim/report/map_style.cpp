#include "sim/report/map_style.h"

#include <fmt/format.h>

#include <cmath>
#include <string_view>

#include "sim/report/colour_classes.h"
#include "sim/report/xml_text.h"

namespace phusong::report {
namespace {

std::string document(std::string_view renderer) {
  return fmt::format(
      "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n"
      "<qgis version=\"3.22\" styleCategories=\"Symbology\">\n<pipe>\n{}</pipe>\n</qgis>\n",
      renderer);
}

/// `kind`: "DISCRETE" (classes up to each stop) or "INTERPOLATED" (a ramp through the stops).
std::string colour_scale(const char* kind, const ColourStops& stops) {
  std::string items;
  for (const ColourStop& stop : stops) {
    items += fmt::format("<item value=\"{}\" color=\"{}\" alpha=\"{}\" label=\"{}\"/>\n", stop.value, stop.colour,
                         stop.alpha, xml_text(stop.label));
  }
  const double max = std::isinf(stops.back().value) ? stops[stops.size() - 2].value : stops.back().value;
  const double min = stops.front().value;
  return document(
      fmt::format("<rasterrenderer type=\"singlebandpseudocolor\" band=\"1\" opacity=\"1\" alphaBand=\"-1\" "
                  "classificationMin=\"{0}\" classificationMax=\"{1}\">\n<rastershader>\n"
                  "<colorrampshader colorRampType=\"{2}\" classificationMode=\"1\" clip=\"0\" minimumValue=\"{0}\" "
                  "maximumValue=\"{1}\">\n{3}</colorrampshader>\n</rastershader>\n</rasterrenderer>\n",
                  min, max, kind, items));
}

}  // namespace

std::string level_style(network::Technology technology, double threshold_dbm) {
  return colour_scale("DISCRETE", level_colours(technology, threshold_dbm));
}

std::string ratio_style(network::Technology technology) {
  return colour_scale("DISCRETE", ratio_colours(technology));
}

std::string throughput_style() {
  return colour_scale("DISCRETE", throughput_colours());
}

std::string probability_style() {
  return colour_scale("INTERPOLATED", probability_colours());
}

std::string overlap_style() {
  return colour_scale("DISCRETE", overlap_colours());
}

std::string difference_style() {
  return colour_scale("DISCRETE", difference_colours());
}

std::string terrain_gaps_style() {
  return colour_scale("INTERPOLATED", terrain_gaps_colours());
}

std::string best_server_style(const std::map<std::uint16_t, std::string>& cell_ids) {
  std::string entries;
  for (const auto& [value, cell_id] : cell_ids) {
    entries += fmt::format("<paletteEntry value=\"{}\" color=\"{}\" alpha=\"255\" label=\"{}\"/>\n", value,
                           distinct_colour(value), xml_text(cell_id));
  }
  return document(
      fmt::format("<rasterrenderer type=\"paletted\" band=\"1\" opacity=\"1\" alphaBand=\"-1\">\n"
                  "<colorPalette>\n{}</colorPalette>\n</rasterrenderer>\n",
                  entries));
}

}  // namespace phusong::report
