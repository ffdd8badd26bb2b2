#include "sim/report/qgis/layout.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <pugixml.hpp>

#include "sim/report/qgis/symbols.h"

namespace phusong::report {
namespace {

/// Rectangle on the page in millimetres.
struct PageBox {
  double left_mm, top_mm, width_mm, height_mm;
};
constexpr double kPageWidthMm = 420.0, kPageHeightMm = 297.0;
constexpr PageBox kTitleBox{10.0, 6.0, 400.0, 10.0};
constexpr PageBox kSubtitleBox{10.0, 16.0, 400.0, 7.0};
constexpr PageBox kMapBox{10.0, 25.0, 298.0, 264.0};
constexpr PageBox kLegendBox{312.0, 25.0, 98.0, 150.0};
constexpr PageBox kScaleBox{312.0, 226.0, 98.0, 14.0};
constexpr PageBox kSourcesBox{312.0, 242.0, 98.0, 47.0};
constexpr PageBox kNorthBox{392.0, 224.0, 15.0, 15.0};

// Numbers by which QGIS tells the kinds of items.
constexpr const char *kPageItem = "65638", *kMapItem = "65639", *kPictureItem = "65640", *kLabelItem = "65641",
                     *kLegendItem = "65642", *kScaleItem = "65646";

/// Ids of the items of one layout; none is random, so that the bytes stay the same.
std::string item_id(int layout, int item) {
  return fmt::format("{{00000000-0000-4000-8000-{:06}{:06}}}", layout, item);
}

std::string font(double size_pt, bool is_bold = false) {
  return fmt::format("DejaVu Sans,{},-1,5,{},0,0,0,0,0", size_pt, is_bold ? 75 : 50);
}

/// Appends the items of one layout.
class LayoutWriter {
 public:
  LayoutWriter(pugi::xml_node layout, int number) : layout_(layout), number_(number) {}

  std::string map_id() const { return item_id(number_, kMapNumber); }

  void add_page() {
    pugi::xml_node pages = add_element(layout_, "PageCollection");
    add_white_fill(pages);
    pugi::xml_node page = add_item(pages, kPageItem, {0.0, 0.0, kPageWidthMm, kPageHeightMm}, kPageNumber);
    add_white_fill(page);
    add_element(pages, "GuideCollection", {{"visible", "1"}});
  }

  void add_map(const MapTheme& theme, const gis::MapExtent& extent) {
    pugi::xml_node map = add_item(layout_, kMapItem, kMapBox, kMapNumber);
    set(map, {{"followPreset", "true"},
              {"followPresetName", theme.name},
              {"frame", "true"},
              {"background", "true"},
              {"keepLayerSet", "false"},
              {"mapRotation", "0"},
              {"drawCanvasItems", "true"},
              {"mapFlags", "0"},
              {"labelMargin", "0,mm"},
              {"isTemporal", theme.days ? "1" : "0"}});
    if (theme.days) {
      set(map, {{"temporalRangeBegin", theme.days->from + "T00:00:00Z"},
                {"temporalRangeEnd", theme.days->before + "T00:00:00Z"}});
    }
    const gis::MapExtent view = shaped(extent, kMapBox.width_mm / kMapBox.height_mm);
    add_element(map, "Extent",
                {{"xmin", fmt::format("{:.3f}", view.left)},
                 {"ymin", fmt::format("{:.3f}", view.bottom)},
                 {"xmax", fmt::format("{:.3f}", view.right)},
                 {"ymax", fmt::format("{:.3f}", view.top)}});
    add_element(map, "LayerSet");
    scale_km_ = segment_km(view.right - view.left);
  }

  void add_label(std::string_view text, const PageBox& box, const std::string& font_of_label) {
    pugi::xml_node label = add_item(layout_, kLabelItem, box, ++items_);
    set(label, {{"labelText", text},
                {"htmlState", "0"},
                {"halign", "1"},
                {"valign", "32"},
                {"marginX", "0"},
                {"marginY", "0"}});
    add_element(label, "LabelFont", {{"description", font_of_label}, {"style", ""}});
    add_element(label, "FontColor", {{"red", "20"}, {"green", "20"}, {"blue", "20"}, {"alpha", "255"}});
  }

  void add_legend(const MapTheme& theme, const LayoutFrame& frame) {
    pugi::xml_node legend = add_item(layout_, kLegendItem, kLegendBox, ++items_);
    set(legend, {{"map_uuid", map_id()},
                 {"title", frame.legend},
                 {"resizeToContents", "1"},
                 {"columnCount", "1"},
                 {"symbolWidth", "6"},
                 {"symbolHeight", "3.5"},
                 {"boxSpace", "1"},
                 {"wrapChar", "|"},
                 {"rasterBorder", "1"},
                 {"rasterBorderWidth", "0"},
                 {"rasterBorderColor", "0,0,0,255"},
                 {"lineSpacing", "1"},
                 {"columnSpace", "2"},
                 {"legendFilterByMap", "1"},  // what the map shows, and nothing else
                 {"legendFilterByAtlas", "0"},
                 {"splitLayer", "0"},
                 {"equalColumnWidth", "0"},
                 {"titleAlignment", "1"},
                 {"symbolAlignment", "1"},
                 {"fontColor", "#000000"}});
    pugi::xml_node styles = add_element(legend, "styles");
    add_legend_style(styles, "title", font(11.0, true), 0.0, 2.0);
    add_legend_style(styles, "group", font(9.0, true), 2.5, 0.0);
    add_legend_style(styles, "subgroup", font(9.0, true), 2.5, 0.0);
    add_legend_style(styles, "symbol", font(8.0), 1.2, 0.0);
    add_legend_style(styles, "symbolLabel", font(8.0), 1.2, 0.0);
    pugi::xml_node tree = add_element(legend, "layer-tree-group");
    for (const std::string& id : theme.layers) {
      if (id == "terrain") continue;  // shading needs no explanation
      const LegendEntry& entry = frame.entries.at(id);
      pugi::xml_node layer =
          add_element(tree, "layer-tree-layer",
                      {{"id", qgis_id(id)}, {"name", entry.name}, {"checked", "Qt::Checked"}, {"expanded", "1"}});
      if (!entry.lines.empty()) choose_lines(layer, entry.lines);
    }
  }

  void add_scale_bar() {
    pugi::xml_node bar = add_item(layout_, kScaleItem, kScaleBox, ++items_);
    set(bar, {{"mapUuid", map_id()},
              {"style", "Single Box"},
              {"unitType", "km"},
              {"unitLabel", "km"},
              {"numMapUnitsPerScaleBarUnit", "1"},
              {"numUnitsPerSegment", fmt::format("{}", scale_km_)},
              {"numSegments", "2"},
              {"numSegmentsLeft", "0"},
              {"numSubdivisions", "1"},
              {"segmentSizeMode", "0"},
              {"height", "2.5"},
              {"labelBarSpace", "1.5"},
              {"boxContentSpace", "1"},
              {"outlineWidth", "0.2"},
              {"alignment", "0"},
              {"minBarWidth", "50"},
              {"maxBarWidth", "150"}});
    add_element(bar, "text-style",
                {{"fontFamily", "DejaVu Sans"},
                 {"fontSize", "9"},
                 {"fontSizeUnit", "Point"},
                 {"textColor", "0,0,0,255"},
                 {"textOpacity", "1"},
                 {"fontWeight", "50"}});
    add_element(bar, "fillColor", {{"red", "40"}, {"green", "40"}, {"blue", "40"}, {"alpha", "255"}});
    add_element(bar, "fillColor2", {{"red", "255"}, {"green", "255"}, {"blue", "255"}, {"alpha", "255"}});
    add_element(bar, "strokeColor", {{"red", "40"}, {"green", "40"}, {"blue", "40"}, {"alpha", "255"}});
    add_fill(add_element(bar, "fillSymbol1"), "40,40,40,255");
    add_fill(add_element(bar, "fillSymbol2"), "255,255,255,255");
  }

  void add_north_arrow() {
    pugi::xml_node arrow = add_item(layout_, kPictureItem, kNorthBox, ++items_);
    set(arrow, {{"file", ":/images/north_arrows/layout_default_north_arrow.svg"},
                {"mapUuid", map_id()},
                {"northMode", "0"},
                {"northOffset", "0"},
                {"resizeMode", "0"},
                {"mode", "2"},
                {"anchorPoint", "4"},
                {"svgFillColor", "0,0,0,255"},
                {"svgBorderColor", "0,0,0,255"},
                {"svgBorderWidth", "0.2"}});
  }

 private:
  static constexpr int kPageNumber = 0, kMapNumber = 1;  // the lowest is drawn first

  pugi::xml_node layout_;
  int number_;
  int items_ = kMapNumber;
  double scale_km_ = 1.0;

  static void set(pugi::xml_node item, XmlAttributes attributes) {
    for (const auto& [key, value] : attributes) {
      if (pugi::xml_attribute there = item.attribute(key)) {
        there = std::string(value).c_str();
      } else {
        item.append_attribute(key) = std::string(value).c_str();
      }
    }
  }

  static void choose_lines(pugi::xml_node layer, const std::vector<std::size_t>& chosen) {
    const std::string lines = fmt::format("{}", fmt::join(chosen, ","));
    pugi::xml_node options = add_element(add_element(layer, "customproperties"), "Option", {{"type", "Map"}});
    add_element(options, "Option", {{"type", "QString"}, {"name", "legend/node-order"}, {"value", lines}});
  }

  static void add_fill(pugi::xml_node parent, const char* colour) {
    add_symbol_layer(add_symbol(parent, "", "fill"), "SimpleFill",
                     {{"color", colour},
                      {"outline_color", "40,40,40,255"},
                      {"outline_width", "0.2"},
                      {"outline_style", "solid"},
                      {"style", "solid"}});
  }

  static void add_white_fill(pugi::xml_node parent) {
    add_symbol_layer(add_symbol(parent, "", "fill"), "SimpleFill",
                     {{"color", "255,255,255,255"}, {"outline_style", "no"}, {"style", "solid"}});
  }

  static void add_legend_style(pugi::xml_node styles, const char* name, const std::string& font_of_style,
                               double above_mm, double below_mm) {
    pugi::xml_node style = add_element(styles, "style",
                                       {{"name", name},
                                        {"alignment", "1"},
                                        {"indent", "0"},
                                        {"marginTop", fmt::format("{}", above_mm)},
                                        {"marginBottom", fmt::format("{}", below_mm)},
                                        {"marginLeft", std::string_view(name) == "symbolLabel" ? "2" : "0"}});
    add_element(style, "styleFont", {{"description", font_of_style}, {"style", ""}});
  }

  pugi::xml_node add_item(pugi::xml_node parent, const char* type, const PageBox& box, int item) const {
    const std::string id = item_id(number_, item);
    const std::string position = fmt::format("{},{},mm", box.left_mm, box.top_mm);
    return add_element(parent, "LayoutItem",
                       {{"type", type},
                        {"uuid", id},
                        {"templateUuid", id},
                        {"id", ""},
                        {"position", position},
                        {"positionOnPage", position},
                        {"size", fmt::format("{},{},mm", box.width_mm, box.height_mm)},
                        {"referencePoint", "0"},
                        {"zValue", std::to_string(item)},
                        {"visibility", "1"},
                        {"opacity", "1"},
                        {"blendMode", "0"},
                        {"frame", "false"},
                        {"background", "false"},
                        {"outlineWidthM", "0.3,mm"},
                        {"itemRotation", "0"},
                        {"excludeFromExports", "0"},
                        {"positionLock", "false"}});
  }
};

}  // namespace

gis::MapExtent shaped(const gis::MapExtent& extent, double width_by_height) {
  const double width = std::max(extent.right - extent.left, (extent.top - extent.bottom) * width_by_height);
  const double height = width / width_by_height;
  const double x = (extent.left + extent.right) / 2.0, y = (extent.bottom + extent.top) / 2.0;
  return {.left = x - width / 2.0, .bottom = y - height / 2.0, .right = x + width / 2.0, .top = y + height / 2.0};
}

double segment_km(double width_m) {
  const double longest_km = width_m / 1000.0 / 8.0;
  const double power = std::pow(10.0, std::floor(std::log10(longest_km)));
  for (const double factor : {5.0, 2.0}) {
    if (factor * power <= longest_km) return factor * power;
  }
  return power;
}

void add_layout(pugi::xml_node layouts, const MapTheme& theme, const LayoutFrame& frame, int number) {
  pugi::xml_node layout = add_element(
      layouts, "Layout", {{"name", theme.name}, {"units", "mm"}, {"printResolution", "200"}, {"worldFileMap", ""}});
  LayoutWriter writer(layout, number);
  writer.add_page();
  writer.add_map(theme, frame.extent);
  writer.add_label(theme.name, kTitleBox, font(18.0, true));
  const std::string subtitle =
      theme.days_in_words.empty() ? frame.scenario : fmt::format("{}. {}", frame.scenario, theme.days_in_words);
  writer.add_label(subtitle, kSubtitleBox, font(11.0));
  writer.add_legend(theme, frame);
  writer.add_scale_bar();
  writer.add_north_arrow();
  writer.add_label(theme.note.empty() ? frame.sources : fmt::format("{}\n\n{}", theme.note, frame.sources), kSourcesBox,
                   font(7.5));
}

}  // namespace phusong::report
