#include "sim/report/qgis/raster_styles.h"

#include <fmt/format.h>

#include <cmath>
#include <pugixml.hpp>
#include <string_view>

#include "sim/report/colour_classes.h"
#include "sim/report/qgis/xml.h"

namespace phusong::report {
namespace {

std::string value_text(double value) {
  return fmt::format("{}", value);
}

/// A document with a renderer of the first band; `make` appends what the renderer consists of.
template <class Make>
std::string raster_style(std::string_view renderer_type, const Make& make) {
  const QgisDocument style = style_document("Symbology");
  make(add_element(add_element(style.root(), "pipe"), "rasterrenderer",
                   {{"type", renderer_type}, {"band", "1"}, {"opacity", "1"}, {"alphaBand", "-1"}}));
  return style.text();
}

/// `kind`: "DISCRETE" (classes up to each stop) or "INTERPOLATED" (a ramp through the stops).
std::string colour_scale(const char* kind, const ColourStops& stops) {
  const std::string min = value_text(stops.front().value),
                    max =
                        value_text(std::isinf(stops.back().value) ? stops[stops.size() - 2].value : stops.back().value);
  return raster_style("singlebandpseudocolor", [&](pugi::xml_node renderer) {
    renderer.append_attribute("classificationMin") = min.c_str();
    renderer.append_attribute("classificationMax") = max.c_str();
    const pugi::xml_node shader = add_element(add_element(renderer, "rastershader"), "colorrampshader",
                                              {{"colorRampType", kind},
                                               {"classificationMode", "1"},
                                               {"clip", "0"},
                                               {"minimumValue", min},
                                               {"maximumValue", max}});
    for (const ColourStop& stop : stops) {
      add_element(shader, "item",
                  {{"value", value_text(stop.value)},
                   {"color", stop.colour},
                   {"alpha", std::to_string(stop.alpha)},
                   {"label", stop.label}});
    }
  });
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
  return raster_style("paletted", [&](pugi::xml_node renderer) {
    const pugi::xml_node palette = add_element(renderer, "colorPalette");
    for (const auto& [value, cell_id] : cell_ids) {
      add_element(
          palette, "paletteEntry",
          {{"value", std::to_string(value)}, {"color", distinct_colour(value)}, {"alpha", "255"}, {"label", cell_id}});
    }
  });
}

std::string terrain_style() {
  const QgisDocument style = style_document("Symbology");
  const pugi::xml_node pipe = add_element(style.root(), "pipe");
  add_element(pipe, "rasterrenderer",
              {{"type", "hillshade"},
               {"band", "1"},
               {"azimuth", "315"},
               {"angle", "45"},
               {"zfactor", "0.8"},
               {"multidirection", "1"},
               {"opacity", "1"},
               {"alphaBand", "-1"}});
  add_element(pipe, "brightnesscontrast", {{"brightness", "70"}, {"contrast", "-35"}, {"gamma", "1"}});
  return style.text();
}

}  // namespace phusong::report
