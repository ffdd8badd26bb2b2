#include "sim/report/map_style.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <span>
#include <vector>

#include "sim/report/xml_text.h"

namespace phusong::report {
namespace {

/// A colour and the value that it belongs to: the upper end of its class, or its place on a ramp.
struct ColourStop {
  double value = 0.0;
  const char* colour = "";
  std::string label;
  int alpha = 255;
};

constexpr double kTop = std::numeric_limits<double>::infinity();
const ColourStop kLevels[] = {{-105, "#000000", "&lt; -105"}, {-95, "#e31a1c", "-105 … -95"},
                              {-85, "#ffe21a", "-95 … -85"},  {-75, "#8fd744", "-85 … -75"},
                              {-65, "#1b7837", "-75 … -65"},  {kTop, "#2166ac", "≥ -65"}};
const ColourStop kCi[] = {{9, "#d7191c", "&lt; 9"},
                          {12, "#fdae61", "9 … 12"},
                          {15, "#ffffbf", "12 … 15"},
                          {20, "#a6d96a", "15 … 20"},
                          {kTop, "#1a9641", "≥ 20"}};
const ColourStop kEcIo[] = {{-16, "#d7191c", "&lt; -16"},
                            {-13, "#fdae61", "-16 … -13"},
                            {-10, "#ffffbf", "-13 … -10"},
                            {-7, "#a6d96a", "-10 … -7"},
                            {kTop, "#1a9641", "≥ -7"}};
const ColourStop kSinr[] = {{0, "#d7191c", "&lt; 0"},
                            {5, "#fdae61", "0 … 5"},
                            {10, "#ffffbf", "5 … 10"},
                            {20, "#a6d96a", "10 … 20"},
                            {kTop, "#1a9641", "≥ 20"}};
const ColourStop kThroughput[] = {{2, "#d7191c", "&lt; 2"},
                                  {5, "#fdae61", "2 … 5"},
                                  {10, "#ffffbf", "5 … 10"},
                                  {30, "#a6d96a", "10 … 30"},
                                  {kTop, "#1a9641", "≥ 30"}};
const ColourStop kProbability[] = {{0.0, "#d7191c", "0"}, {0.5, "#ffffbf", "0.5"}, {1.0, "#1a9641", "1"}};
const ColourStop kOverlap[] = {
    {1, "#1a9641", "1"}, {2, "#a6d96a", "2"}, {3, "#ffffbf", "3"}, {4, "#fdae61", "4"}, {kTop, "#d7191c", "&gt; 4"}};
const ColourStop kGaps[] = {{0.0, "#c51b7d", "0", 0}, {1.0, "#c51b7d", "1", 255}};

std::string document(std::string_view renderer) {
  return fmt::format(
      "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n"
      "<qgis version=\"3.22\" styleCategories=\"Symbology\">\n<pipe>\n{}</pipe>\n</qgis>\n",
      renderer);
}

/// `kind`: "DISCRETE" (classes up to each stop) or "INTERPOLATED" (a ramp through the stops).
std::string colour_scale(const char* kind, std::span<const ColourStop> stops) {
  std::string items;
  for (const ColourStop& stop : stops) {
    items += fmt::format("<item value=\"{}\" color=\"{}\" alpha=\"{}\" label=\"{}\"/>\n", stop.value, stop.colour,
                         stop.alpha, stop.label);
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

/// Classes of 10 dB from the threshold up; clear below it.
std::vector<ColourStop> steps_above(double threshold_dbm) {
  constexpr double kStepDb = 10.0;
  constexpr std::array kColours = {"#e31a1c", "#ffe21a", "#8fd744", "#1b7837", "#2166ac"};
  std::vector<ColourStop> stops = {{threshold_dbm, "#000000", fmt::format("&lt; {}", threshold_dbm), 0}};
  for (const char* const colour : kColours) {
    const double from_dbm = stops.back().value;
    const bool is_last = stops.size() == kColours.size();
    stops.push_back({is_last ? kTop : from_dbm + kStepDb, colour,
                     is_last ? fmt::format("≥ {}", from_dbm) : fmt::format("{} … {}", from_dbm, from_dbm + kStepDb)});
  }
  return stops;
}

/// The n-th of any number of colours of which neighbours in the count look unlike: hues a golden ratio apart, in
/// three brightnesses.
std::string distinct_colour(std::uint16_t n) {
  constexpr double kGoldenRatio = 0.6180339887498949;
  const double hue = std::fmod(n * kGoldenRatio, 1.0);
  const double value = 0.6 + 0.2 * (n % 3);
  const auto channel = [&](double shift) {
    const double distance = std::abs(std::fmod(hue + shift, 1.0) * 6.0 - 3.0) - 1.0;  // HSV to RGB
    return static_cast<int>(std::lround(255.0 * value * (1.0 - 0.7 * (1.0 - std::clamp(distance, 0.0, 1.0)))));
  };
  return fmt::format("#{:02x}{:02x}{:02x}", channel(0.0), channel(2.0 / 3.0), channel(1.0 / 3.0));
}

}  // namespace

std::string level_style(network::Technology technology, double threshold_dbm) {
  using network::Technology;
  if (technology == Technology::k4G || technology == Technology::k5G)
    return colour_scale("DISCRETE", steps_above(threshold_dbm));
  return colour_scale("DISCRETE", kLevels);
}

std::string ratio_style(network::Technology technology) {
  using network::Technology;
  if (technology == Technology::k2G) return colour_scale("DISCRETE", kCi);
  return technology == Technology::k3G ? colour_scale("DISCRETE", kEcIo) : colour_scale("DISCRETE", kSinr);
}

std::string throughput_style() {
  return colour_scale("DISCRETE", kThroughput);
}

std::string probability_style() {
  return colour_scale("INTERPOLATED", kProbability);
}

std::string overlap_style() {
  return colour_scale("DISCRETE", kOverlap);
}

std::string terrain_gaps_style() {
  return colour_scale("INTERPOLATED", kGaps);
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
