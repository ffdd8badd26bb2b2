#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "sim/report/qgis/xml.h"

namespace phusong::report {

/// Properties of a symbol layer by QGIS's names of them.
using SymbolProperties = std::map<std::string, std::string>;

/// A dot of a shape ("circle", "triangle") and colour ("213,94,0,255").
struct MarkerLook {
  std::string_view shape, colour;
  double size_mm = 2.0;
  int pass = 0;  ///< those of a higher pass are drawn over the others where the renderer has symbol levels
  std::string_view outline = "35,35,35,255";
  double angle_deg = 0.0;  ///< clockwise
};

struct LineLook {
  std::string_view colour;
  double width_mm = 0.5;
  std::string_view pen = "solid";  ///< "dash", "dot"
};

/// A label's text and where it stands.
struct LabelLook {
  std::string_view expression;  ///< a field, or an expression where `is_expression`
  bool is_expression = false;
  double size_pt = 8.0;
  int smallest_scale = 0;  ///< shown from 1:`smallest_scale` on; 0 = always
  std::string_view colour = "30,30,30,255";
};

/// Appends a symbol of a type ("marker", "line", "fill") without layers.
pugi::xml_node add_symbol(pugi::xml_node symbols, std::string_view name, std::string_view type);
/// Appends a layer to a symbol.
pugi::xml_node add_symbol_layer(pugi::xml_node symbol, const char* layer_class, const SymbolProperties& properties,
                                int pass = 0);
void add_marker(pugi::xml_node symbols, std::string_view name, const MarkerLook& look);
/// Appends a dot to a symbol that the legend alone shows, for a symbol whose form depends on the feature. `field` is
/// one that every feature has.
void add_legend_dot(pugi::xml_node symbol, std::string_view colour, std::string_view field);
void add_line(pugi::xml_node symbols, std::string_view name, const LineLook& look);

/// A class of a renderer: what a feature must be to be drawn so, and the legend's words for it.
struct SymbolClass {
  std::string filter;  ///< an expression of a rule, or the value of a category
  std::string label;
};
/// Appends a renderer by rules, whose symbols are named "0", "1" … in the order of the classes, and returns <symbols>.
pugi::xml_node add_rules(pugi::xml_node qgis, const std::vector<SymbolClass>& classes, bool in_passes = false);
/// Appends a renderer by the values of a field; the same.
pugi::xml_node add_categories(pugi::xml_node qgis, std::string_view field, const std::vector<SymbolClass>& classes,
                              bool in_passes = false);

void add_labels(pugi::xml_node qgis, const LabelLook& look);

}  // namespace phusong::report
