#include "sim/report/qgis/symbols.h"

#include <fmt/format.h>

#include <pugixml.hpp>

namespace phusong::report {
namespace {

std::string plain(double value) {
  return fmt::format("{}", value);
}

}  // namespace

pugi::xml_node add_symbol(pugi::xml_node symbols, std::string_view name, std::string_view type) {
  return add_element(symbols, "symbol",
                     {{"type", type}, {"name", name}, {"alpha", "1"}, {"clip_to_extent", "1"}, {"force_rhr", "0"}});
}

pugi::xml_node add_symbol_layer(pugi::xml_node symbol, const char* layer_class, const SymbolProperties& properties,
                                int pass) {
  pugi::xml_node layer = add_element(
      symbol, "layer", {{"class", layer_class}, {"enabled", "1"}, {"locked", "0"}, {"pass", fmt::format("{}", pass)}});
  pugi::xml_node options = add_element(layer, "Option", {{"type", "Map"}});
  for (const auto& [name, value] : properties)
    add_element(options, "Option", {{"type", "QString"}, {"name", name}, {"value", value}});
  return layer;
}

void add_marker(pugi::xml_node symbols, std::string_view name, const MarkerLook& look) {
  add_symbol_layer(add_symbol(symbols, name, "marker"), "SimpleMarker",
                   {{"name", std::string(look.shape)},
                    {"color", std::string(look.colour)},
                    {"outline_color", std::string(look.outline)},
                    {"outline_width", "0.2"},
                    {"angle", plain(look.angle_deg)},
                    {"size", plain(look.size_mm)}},
                   look.pass);
}

void add_legend_dot(pugi::xml_node symbol, std::string_view colour, std::string_view field) {
  pugi::xml_node layer = add_symbol_layer(symbol, "SimpleMarker",
                                          {{"name", "square"},
                                           {"color", std::string(colour)},
                                           {"outline_color", "60,60,60,200"},
                                           {"outline_width", "0.12"},
                                           {"size", "3.2"}});
  pugi::xml_node all = add_element(add_element(layer, "data_defined_properties"), "Option", {{"type", "Map"}});
  add_element(all, "Option", {{"type", "QString"}, {"name", "name"}, {"value", ""}});
  pugi::xml_node properties = add_element(all, "Option", {{"type", "Map"}, {"name", "properties"}});
  pugi::xml_node size = add_element(properties, "Option", {{"type", "Map"}, {"name", "size"}});
  add_element(size, "Option", {{"type", "bool"}, {"name", "active"}, {"value", "true"}});
  add_element(
      size, "Option",
      {{"type", "QString"}, {"name", "expression"}, {"value", fmt::format("if(\"{}\" IS NULL, 3.2, 0)", field)}});
  add_element(size, "Option", {{"type", "int"}, {"name", "type"}, {"value", "3"}});
  add_element(all, "Option", {{"type", "QString"}, {"name", "type"}, {"value", "collection"}});
}

void add_line(pugi::xml_node symbols, std::string_view name, const LineLook& look) {
  add_symbol_layer(add_symbol(symbols, name, "line"), "SimpleLine",
                   {{"line_color", std::string(look.colour)},
                    {"line_width", plain(look.width_mm)},
                    {"line_style", std::string(look.pen)},
                    {"capstyle", "round"}});
}

pugi::xml_node add_rules(pugi::xml_node qgis, const std::vector<SymbolClass>& classes, bool in_passes) {
  pugi::xml_node renderer =
      add_element(qgis, "renderer-v2", {{"type", "RuleRenderer"}, {"symbollevels", in_passes ? "1" : "0"}});
  pugi::xml_node rules = add_element(renderer, "rules", {{"key", "rules"}});
  for (std::size_t i = 0; i < classes.size(); ++i) {
    const std::string number = std::to_string(i);
    add_element(rules, "rule",
                {{"key", number}, {"symbol", number}, {"label", classes[i].label}, {"filter", classes[i].filter}});
  }
  return add_element(renderer, "symbols");
}

pugi::xml_node add_categories(pugi::xml_node qgis, std::string_view field, const std::vector<SymbolClass>& classes,
                              bool in_passes) {
  pugi::xml_node renderer = add_element(
      qgis, "renderer-v2", {{"type", "categorizedSymbol"}, {"attr", field}, {"symbollevels", in_passes ? "1" : "0"}});
  pugi::xml_node categories = add_element(renderer, "categories");
  for (std::size_t i = 0; i < classes.size(); ++i) {
    add_element(
        categories, "category",
        {{"render", "true"}, {"value", classes[i].filter}, {"label", classes[i].label}, {"symbol", std::to_string(i)}});
  }
  return add_element(renderer, "symbols");
}

void add_labels(pugi::xml_node qgis, const LabelLook& look) {
  pugi::xml_node labeling = add_element(qgis, "labeling", {{"type", "simple"}});
  pugi::xml_node settings = add_element(labeling, "settings", {{"calloutType", "simple"}});
  pugi::xml_node style = add_element(settings, "text-style",
                                     {{"fieldName", look.expression},
                                      {"isExpression", look.is_expression ? "1" : "0"},
                                      {"fontFamily", "DejaVu Sans"},
                                      {"fontSize", plain(look.size_pt)},
                                      {"fontSizeUnit", "Point"},
                                      {"textColor", look.colour},
                                      {"textOpacity", "1"},
                                      {"fontWeight", "50"}});
  add_element(style, "text-buffer",
              {{"bufferDraw", "1"},
               {"bufferSize", "0.7"},
               {"bufferSizeUnits", "MM"},
               {"bufferColor", "255,255,255,255"},
               {"bufferOpacity", "0.85"},
               {"bufferNoFill", "1"}});
  add_element(settings, "placement",
              {{"placement", "6"}, {"dist", "0.6"}, {"distUnits", "MM"}, {"offsetType", "1"}, {"priority", "5"}});
  const std::string scale = std::to_string(look.smallest_scale);
  add_element(settings, "rendering",
              {{"drawLabels", "1"},
               {"scaleVisibility", look.smallest_scale == 0 ? "0" : "1"},
               {"scaleMin", "1"},
               {"scaleMax", scale},
               {"obstacle", "1"}});
}

}  // namespace phusong::report
