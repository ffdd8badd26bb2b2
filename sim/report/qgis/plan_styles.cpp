#include <array>
#include <pugixml.hpp>

#include "sim/report/qgis/layer_styles.h"
#include "sim/report/qgis/qgis_wording.h"
#include "sim/report/qgis/style_parts.h"

namespace phusong::report {
namespace {

/// What a cell of a sunset comes to, and its colour on the map.
struct FateLook {
  std::string_view fate;
  std::string_view QgisWording::*label;
  std::string_view colour;
};
constexpr std::array<FateLook, 6> kFateLooks = {{{"stays", &QgisWording::stays, "150,150,150,90"},
                                                 {"exempt", &QgisWording::exempt, "120,80,160,255"},
                                                 {"goes", &QgisWording::goes, kOrange},
                                                 {"left", &QgisWording::left, "190,20,30,255"},
                                                 {"refarmed", &QgisWording::refarmed, kBlue},
                                                 {"swap", &QgisWording::swap, kGreen}}};

/// Begin and end of each feature for QGIS's temporal controller. limitMode 0 is QGIS's IncludeBeginExcludeEnd: a date
/// is its midnight, so that only an end on the day after fills the last day.
void add_times(pugi::xml_node qgis) {
  const pugi::xml_node temporal = add_element(qgis, "temporal",
                                              {{"enabled", "1"},
                                               {"mode", "2"},
                                               {"startField", "begin"},
                                               {"endField", "end"},
                                               {"startExpression", ""},
                                               {"endExpression", ""},
                                               {"limitMode", "0"},
                                               {"accumulate", "0"},
                                               {"fixedDuration", "0"},
                                               {"durationUnit", "min"},
                                               {"durationField", ""}});
  const pugi::xml_node range = add_element(temporal, "fixedRange");
  add_element(range, "start");
  add_element(range, "end");
}

/// Turns a wedge as cell_style does, narrower: only the azimuth is known here.
void add_fate_symbol(pugi::xml_node symbols, std::string_view name, std::string_view colour, int pass) {
  const pugi::xml_node marker = add_symbol(symbols, name, "marker");
  const pugi::xml_node generator = add_symbol_layer(marker, "GeometryGenerator",
                                                    {{"SymbolType", "Fill"},
                                                     {"geometryModifier",
                                                      "CASE WHEN \"azimuth_deg\" IS NULL THEN buffer($geometry, 1.2) "
                                                      "ELSE wedge_buffer($geometry, 180 - \"azimuth_deg\", 60, 4) END"},
                                                     {"units", "MM"}},
                                                    pass);
  add_symbol_layer(add_symbol(generator, "@" + std::string(name) + "@0", "fill"), "SimpleFill",
                   {{"color", std::string(colour)},
                    {"outline_color", "60,60,60,160"},
                    {"outline_width", "0.1"},
                    {"outline_style", "solid"},
                    {"style", "solid"}});
  add_legend_dot(marker, colour, "cell_id");
}

}  // namespace

std::string station_style(std::string_view language, const std::vector<gis::Column>& columns) {
  const QgisWording& words = qgis_wording(language);
  const QgisDocument style = style_document("Symbology|Labeling|Fields");
  const pugi::xml_node symbols = add_categories(style.root(), "action",
                                                {{"new_mast", std::string(words.new_mast)},
                                                 {"pole", std::string(words.pole)},
                                                 {"upgrade", std::string(words.upgrade)},
                                                 {"fibre", std::string(words.fibre_to_hamlet)}});
  add_marker(symbols, "0", {.shape = "star", .colour = kVermilion, .size_mm = 5.0});
  add_marker(symbols, "1", {.shape = "pentagon", .colour = kOrange, .size_mm = 4.0});
  add_marker(symbols, "2", {.shape = "cross_fill", .colour = kGreen, .size_mm = 4.0});
  add_marker(symbols, "3", {.shape = "circle", .colour = kSkyBlue, .size_mm = 2.6});
  const std::string label =
      "'" + std::string(words.step) + " ' || \"step\" || ', " + std::string(words.year) + " ' || \"year\"";
  add_labels(style.root(), {.expression = label, .is_expression = true, .size_pt = 7.5, .smallest_scale = 300000});
  add_aliases(style.root(), aliases_of(columns, language));
  return style.text();
}

std::string new_backhaul_style(std::string_view language, const std::vector<gis::Column>& columns) {
  const QgisWording& words = qgis_wording(language);
  const QgisDocument style = style_document("Symbology|Fields");
  const pugi::xml_node symbols = add_categories(style.root(), "medium",
                                                {{"fibre", std::string(words.fibre)},
                                                 {"microwave", std::string(words.microwave)},
                                                 {"satellite", std::string(words.satellite)}});
  add_line(symbols, "0", {.colour = "0,90,60,255", .width_mm = 0.6});
  add_line(symbols, "1", {.colour = "170,40,120,255", .width_mm = 0.6, .pen = "dash"});
  add_line(symbols, "2", {.colour = "0,90,60,255", .width_mm = 0.6, .pen = "dot"});
  add_aliases(style.root(), aliases_of(columns, language));
  return style.text();
}

std::string cells_by_period_style(std::string_view language, const std::vector<gis::Column>& columns) {
  const QgisWording& words = qgis_wording(language);
  const QgisDocument style = style_document("Symbology|Fields|Temporal");
  add_times(style.root());
  std::vector<SymbolClass> classes;
  for (const FateLook& look : kFateLooks)
    classes.push_back({std::string(look.fate), std::string(words.*look.label)});
  const pugi::xml_node symbols = add_categories(style.root(), "fate", classes, true);
  for (std::size_t i = 0; i < kFateLooks.size(); ++i)
    add_fate_symbol(symbols, std::to_string(i), kFateLooks[i].colour, static_cast<int>(i));
  add_aliases(style.root(), aliases_of(columns, language));
  return style.text();
}

}  // namespace phusong::report
