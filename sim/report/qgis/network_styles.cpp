#include <fmt/format.h>

#include <array>
#include <pugixml.hpp>

#include "sim/network/technology.h"
#include "sim/report/qgis/layer_styles.h"
#include "sim/report/qgis/qgis_wording.h"
#include "sim/report/qgis/style_parts.h"

namespace phusong::report {
namespace {

constexpr const char* kNetworkCategories = "Symbology|Labeling|Fields|Forms";
constexpr const char* kSectorCategories = "Symbology|Fields|Forms|Rendering";
/// Wedges of neighbouring masts would cover the map at smaller scales.
constexpr const char* kSectorsFromScale = "200000";

/// Length on screen and colour of a technology's sectors; the older reach further out, so that all are seen.
struct SectorLook {
  network::Technology technology;
  double radius_mm;
  std::string_view colour;
};
constexpr std::array<SectorLook, network::kTechnologyCount> kSectors = {
    {{network::Technology::k2G, 5.4, "120,120,120,140"},
     {network::Technology::k3G, 4.3, "230,159,0,150"},
     {network::Technology::k4G, 3.2, "0,114,178,170"},
     {network::Technology::k5G, 2.1, "204,121,167,190"}}};

/// In units of the screen y grows downwards, where the function turns from the north that grows upwards. An
/// omnidirectional antenna is a disc.
std::string wedge(double radius_mm) {
  return fmt::format(
      "CASE WHEN \"azimuth_deg\" IS NULL OR coalesce(\"beamwidth_deg\", 360) >= 360 THEN buffer($geometry, {0}) "
      "ELSE wedge_buffer($geometry, 180 - \"azimuth_deg\", \"beamwidth_deg\", {0}) END",
      radius_mm);
}

void add_sector(pugi::xml_node symbols, std::string_view name, const SectorLook& look, int pass) {
  const pugi::xml_node marker = add_symbol(symbols, name, "marker");
  const pugi::xml_node generator =
      add_symbol_layer(marker, "GeometryGenerator",
                       {{"SymbolType", "Fill"}, {"geometryModifier", wedge(look.radius_mm)}, {"units", "MM"}}, pass);
  add_symbol_layer(add_symbol(generator, fmt::format("@{}@0", name), "fill"), "SimpleFill",
                   {{"color", std::string(look.colour)},
                    {"outline_color", "60,60,60,200"},
                    {"outline_width", "0.12"},
                    {"outline_style", "solid"},
                    {"style", "solid"}});
  add_legend_dot(marker, look.colour, "cell_id");
}

}  // namespace

std::string site_style(std::string_view language, const std::vector<gis::Column>& columns) {
  const QgisWording& words = qgis_wording(language);
  const QgisDocument style = style_document(kNetworkCategories);
  const pugi::xml_node symbols =
      add_rules(style.root(), {{"\"on_air\" = 1", std::string(words.on_air)},
                               {"\"on_air\" = 0 AND \"status\" = 'planned'", std::string(words.planned)},
                               {"\"status\" = 'candidate'", std::string(words.candidate)},
                               {"\"status\" = 'off'", std::string(words.off)}});
  add_marker(symbols, "0", {.shape = "circle", .colour = kInk, .size_mm = 1.5, .outline = "255,255,255,255"});
  add_marker(symbols, "1", {.shape = "circle", .colour = kGreen, .size_mm = 1.5, .outline = "255,255,255,255"});
  add_marker(symbols, "2", {.shape = "cross2", .colour = kInk, .size_mm = 1.5});
  add_marker(symbols, "3", {.shape = "circle", .colour = "255,255,255,255", .size_mm = 1.5});
  add_labels(style.root(),
             {.expression = "site_id", .size_pt = 6.5, .smallest_scale = 60000, .colour = "70,70,70,255"});
  add_column_words(style.root(), columns, language);
  return style.text();
}

std::string cell_style(std::string_view language, const std::vector<gis::Column>& columns) {
  const QgisDocument style = style_document(kSectorCategories);
  style.root().append_attribute("hasScaleBasedVisibilityFlag") = "1";
  style.root().append_attribute("minScale") = kSectorsFromScale;
  style.root().append_attribute("maxScale") = "0";
  std::vector<SymbolClass> classes;
  for (const SectorLook& look : kSectors) {
    const std::string technology(name_of(look.technology));
    classes.push_back({fmt::format("\"technology\" = '{}' AND \"on_air\" = 1", technology), technology});
  }
  const pugi::xml_node symbols = add_rules(style.root(), classes, true);
  for (std::size_t i = 0; i < kSectors.size(); ++i)
    add_sector(symbols, std::to_string(i), kSectors[i], static_cast<int>(i));
  add_column_words(style.root(), columns, language);
  return style.text();
}

std::string link_style(std::string_view language, const std::vector<gis::Column>& columns) {
  const QgisWording& words = qgis_wording(language);
  const QgisDocument style = style_document("Symbology|Fields|Forms");
  const pugi::xml_node symbols =
      add_rules(style.root(), {{"\"medium\" = 'fibre'", std::string(words.existing_fibre)},
                               {"\"medium\" = 'microwave'", std::string(words.existing_microwave)},
                               {"\"medium\" = 'satellite'", std::string(words.existing_satellite)},
                               {"ELSE", std::string(words.existing_link)}});
  add_line(symbols, "0", {.colour = "90,90,90,200", .width_mm = 0.3});
  add_line(symbols, "1", {.colour = "90,90,90,200", .width_mm = 0.3, .pen = "dash"});
  add_line(symbols, "2", {.colour = "90,90,90,200", .width_mm = 0.3, .pen = "dot"});
  add_line(symbols, "3", {.colour = "150,150,150,200", .width_mm = 0.2});
  add_column_words(style.root(), columns, language);
  return style.text();
}

}  // namespace phusong::report
