#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <pugixml.hpp>

#include "sim/report/qgis/layer_styles.h"
#include "sim/report/qgis/qgis_wording.h"
#include "sim/report/qgis/style_parts.h"

namespace phusong::report {
namespace {

// Of other colours than the hamlets that they are built for.
constexpr MarkerLook kNewMast{.shape = "star", .colour = "170,40,120,255", .size_mm = 5.5};
constexpr MarkerLook kPole{.shape = "pentagon", .colour = kPurple, .size_mm = 4.0};

/// Length of a cell's wedge on screen.
constexpr double kWedgeMm = 4.0;

/// What a cell of a sunset comes to, and its colour on the map.
struct FateLook {
  std::string_view fate;
  std::string_view QgisWording::*label;
  std::string_view colour;
  double radius_mm = kWedgeMm;
};
constexpr std::array<FateLook, 6> kFateLooks = {{{"stays", &QgisWording::stays, "150,150,150,90", 2.4},
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

/// The next symbol, drawn over those before it. Its wedge turns as that of cell_style does and is narrower: only the
/// azimuth is known here.
void add_fate_symbol(pugi::xml_node symbols, std::string_view colour, double radius_mm) {
  const auto number = std::ranges::distance(symbols.children());
  const std::string name = std::to_string(number);
  const std::string wedge = fmt::format(
      "CASE WHEN \"azimuth_deg\" IS NULL THEN buffer($geometry, {0}) "
      "ELSE wedge_buffer($geometry, 180 - \"azimuth_deg\", 60, {1}) END",
      0.3 * radius_mm, radius_mm);
  const pugi::xml_node marker = add_symbol(symbols, name, "marker");
  const pugi::xml_node generator = add_symbol_layer(
      marker, "GeometryGenerator", {{"SymbolType", "Fill"}, {"geometryModifier", wedge}, {"units", "MM"}},
      static_cast<int>(number));
  add_symbol_layer(add_symbol(generator, fmt::format("@{}@0", name), "fill"), "SimpleFill",
                   {{"color", std::string(colour)},
                    {"outline_color", "60,60,60,160"},
                    {"outline_width", "0.1"},
                    {"outline_style", "solid"},
                    {"style", "solid"}});
  add_legend_dot(marker, colour, "cell_id");
}

/// What a station is, when it is built, what it costs and brings.
std::string station_tip(std::string_view language) {
  const QgisWording& words = qgis_wording(language);
  std::string html = fmt::format(
      "<b>[% {} %]</b><br>[% CASE WHEN \"action\" = 'new_mast' THEN '{}' WHEN \"action\" = 'pole' THEN '{}' WHEN "
      "\"action\" = 'upgrade' THEN '{}' WHEN \"action\" = 'fibre' THEN '{}' END %]",
      html_of_field("site_id"), words.new_mast, words.pole, words.upgrade, words.fibre_to_hamlet);
  for (const std::string_view field : {"step", "year", "technology", "capex_million_vnd", "hamlets_gained",
                                       "population_gained", "backhaul_to", "backhaul_km"})
    html += tip_line(field, field_alias(field, language));
  return html;
}

/// The n-th of some colours from light to dark that a colour-blind reader tells apart: viridis of matplotlib.
std::string sequential_colour(std::size_t n, std::size_t count) {
  constexpr std::array<std::array<double, 3>, 5> kViridis = {
      {{253, 231, 37}, {94, 201, 98}, {33, 145, 140}, {59, 82, 139}, {68, 1, 84}}};
  const double at = count < 2 ? 0.0 : static_cast<double>(n * (kViridis.size() - 1)) / static_cast<double>(count - 1);
  const std::size_t low = std::min(static_cast<std::size_t>(at), kViridis.size() - 2);
  std::string colour;
  for (std::size_t channel = 0; channel < 3; ++channel) {
    colour += fmt::format("{:.0f},",
                          std::lerp(kViridis[low][channel], kViridis[low + 1][channel], at - static_cast<double>(low)));
  }
  return colour + "255";
}

}  // namespace

std::string station_style(std::string_view language, const std::vector<gis::Column>& columns) {
  const QgisWording& words = qgis_wording(language);
  const QgisDocument style = style_document("Symbology|Labeling|Fields|Forms|MapTips");
  const pugi::xml_node symbols = add_categories(style.root(), "action",
                                                {{"new_mast", std::string(words.new_mast)},
                                                 {"pole", std::string(words.pole)},
                                                 {"upgrade", std::string(words.upgrade)},
                                                 {"fibre", std::string(words.fibre_to_hamlet)}});
  add_marker(symbols, "0", kNewMast);
  add_marker(symbols, "1", kPole);
  add_marker(symbols, "2", {.shape = "cross_fill", .colour = kGreen, .size_mm = 4.0});
  add_marker(symbols, "3", {.shape = "circle", .colour = kSkyBlue, .size_mm = 2.6});
  // The year says nothing where all is built in the first.
  const std::string label =
      fmt::format("'{} ' || \"step\" || CASE WHEN maximum(\"year\") > 1 THEN ', {} ' || \"year\" ELSE '' END",
                  words.step, words.year);
  add_labels(style.root(), {.expression = label, .is_expression = true, .size_pt = 8.5, .smallest_scale = 500000});
  add_column_words(style.root(), columns, language);
  add_map_tip(style.root(), station_tip(language));
  return style.text();
}

std::string new_site_style(std::string_view language, const std::vector<gis::Column>& columns) {
  const QgisWording& words = qgis_wording(language);
  const QgisDocument style = style_document("Symbology|Labeling|Fields|Forms");
  const pugi::xml_node symbols =
      add_rules(style.root(), {{"\"type\" = 'pole'", std::string(words.pole)}, {"ELSE", std::string(words.new_mast)}});
  add_marker(symbols, "0", kPole);
  add_marker(symbols, "1", kNewMast);
  add_labels(style.root(), {.expression = "site_id", .size_pt = 7.0, .smallest_scale = 150000});
  add_column_words(style.root(), columns, language);
  return style.text();
}

std::string new_backhaul_style(std::string_view language, const std::vector<gis::Column>& columns) {
  const QgisWording& words = qgis_wording(language);
  const QgisDocument style = style_document("Symbology|Fields|Forms");
  const pugi::xml_node symbols = add_categories(style.root(), "medium",
                                                {{"fibre", std::string(words.fibre)},
                                                 {"microwave", std::string(words.microwave)},
                                                 {"satellite", std::string(words.satellite)}});
  add_line(symbols, "0", {.colour = "0,90,60,255", .width_mm = 0.6});
  add_line(symbols, "1", {.colour = "170,40,120,255", .width_mm = 0.6, .pen = "dash"});
  add_line(symbols, "2", {.colour = "0,90,60,255", .width_mm = 0.6, .pen = "dot"});
  add_column_words(style.root(), columns, language);
  return style.text();
}

std::string cells_by_period_style(std::string_view language, const std::vector<gis::Column>& columns) {
  const QgisWording& words = qgis_wording(language);
  const QgisDocument style = style_document("Symbology|Fields|Forms|Temporal");
  add_times(style.root());
  std::vector<SymbolClass> classes;
  for (const FateLook& look : kFateLooks)
    classes.push_back({std::string(look.fate), std::string(words.*look.label)});
  const pugi::xml_node symbols = add_categories(style.root(), "fate", classes, true);
  for (const FateLook& look : kFateLooks)
    add_fate_symbol(symbols, look.colour, look.radius_mm);
  add_column_words(style.root(), columns, language);
  return style.text();
}

std::vector<std::size_t> fates_at_the_end() {
  std::vector<std::size_t> classes;
  for (std::size_t i = 0; i < kFateLooks.size(); ++i)
    if (kFateLooks[i].fate != "goes") classes.push_back(i);
  return classes;
}

std::string switch_off_style(std::string_view language, const std::vector<gis::Column>& columns,
                             const std::vector<QuarterName>& quarters) {
  const QgisDocument style = style_document("Symbology|Fields|Forms");
  std::vector<SymbolClass> classes;
  for (const QuarterName& quarter : quarters)
    classes.push_back({fmt::format("format_date(\"end\", 'yyyy-MM-dd') = '{}'", quarter.first_day), quarter.name});
  const pugi::xml_node symbols = add_rules(style.root(), classes, true);
  for (std::size_t i = 0; i < quarters.size(); ++i)
    add_fate_symbol(symbols, sequential_colour(i, quarters.size()), kWedgeMm);
  add_column_words(style.root(), columns, language);
  return style.text();
}

}  // namespace phusong::report
