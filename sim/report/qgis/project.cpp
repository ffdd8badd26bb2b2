#include "sim/report/qgis/project.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <nlohmann/json.hpp>
#include <pugixml.hpp>

#include "gis/crs.h"
#include "gis/layer_extent.h"
#include "gis/raster_range.h"
#include "gis/zip_writer.h"
#include "sim/report/qgis/layer_styles.h"
#include "sim/report/qgis/layout.h"
#include "sim/report/qgis/map_theme.h"
#include "sim/report/qgis/project_layers.h"
#include "sim/report/qgis/qgis_wording.h"
#include "sim/report/qgis/sunset_days.h"
#include "sim/report/qgis/xml.h"
#include "sim/report/stored/stored_maps.h"

namespace phusong::report {
namespace {

/// QGIS looks at the code of an authority only where its own list's number stands beside it, and then at the code
/// alone.
constexpr const char* kSomeNumber = "1";
/// Around the hamlets, as a share of their extent, and at the least.
constexpr double kMarginShare = 0.06, kLeastMarginM = 1500.0;

std::string metres_text(double value) {
  return fmt::format("{:.3f}", value);
}

void add_crs(pugi::xml_node parent, const gis::WorkingCrs& crs) {
  pugi::xml_node node = add_element(parent, "spatialrefsys");
  add_text_element(node, "wkt", crs.wkt());
  if (!crs.definition().starts_with("EPSG:")) return;
  add_text_element(node, "srsid", kSomeNumber);
  add_text_element(node, "authid", crs.definition());
}

void add_wgs84(pugi::xml_node parent) {
  pugi::xml_node node = add_element(parent, "spatialrefsys");
  add_text_element(node, "srsid", kSomeNumber);
  add_text_element(node, "authid", "EPSG:4326");
}

void add_rectangle(pugi::xml_node parent, const char* name, const gis::MapExtent& extent) {
  pugi::xml_node rectangle = add_element(parent, name);
  add_text_element(rectangle, "xmin", metres_text(extent.left));
  add_text_element(rectangle, "ymin", metres_text(extent.bottom));
  add_text_element(rectangle, "xmax", metres_text(extent.right));
  add_text_element(rectangle, "ymax", metres_text(extent.top));
}

/// The hamlets with a margin; the whole terrain where the run has no hamlets.
gis::MapExtent extent_of(const StoredRun& run) {
  if (run.has("hamlets.gpkg")) {
    if (const auto hamlets = gis::layer_extent(run.path_of("hamlets.gpkg"))) {
      const double size = std::max(hamlets->right - hamlets->left, hamlets->top - hamlets->bottom);
      const double margin = std::max(kMarginShare * size, kLeastMarginM);
      return {.left = hamlets->left - margin,
              .bottom = hamlets->bottom - margin,
              .right = hamlets->right + margin,
              .top = hamlets->top + margin};
    }
  }
  if (run.has("terrain.tif")) {
    if (const auto terrain = gis::layer_extent(run.path_of("terrain.tif"))) return *terrain;
  }
  return {.left = 0.0, .bottom = 0.0, .right = 1000.0, .top = 1000.0};
}

/// The lines of a raster in classes that its values lie in, without those that are clear; none of another style. Line 0
/// is the name of its band.
std::vector<std::size_t> raster_lines(const std::string& style, const std::optional<gis::RasterRange>& range) {
  pugi::xml_document document;
  document.load_string(style.c_str());
  const pugi::xml_node shader =
      document.child("qgis").child("pipe").child("rasterrenderer").child("rastershader").child("colorrampshader");
  std::vector<std::size_t> shown;
  double above = -std::numeric_limits<double>::infinity();
  std::size_t number = 0;
  for (const pugi::xml_node item : shader.children("item")) {
    ++number;
    const double upper = item.attribute("value").as_double();
    const bool occurs = !range || (range->greatest > above && range->least <= upper);
    if (occurs && item.attribute("alpha").as_int() > 0) shown.push_back(number);
    above = upper;
  }
  return shown;
}

/// Writes the project of one run.
class ProjectWriter {
 public:
  ProjectWriter(const StoredRun& run, const std::string& language)
      : run_(run),
        words_(qgis_wording(language)),
        crs_(run.crs()),
        groups_(project_groups(run, language)),
        layers_(all_layers(groups_)),
        themes_(map_themes(run, layers_, language)),
        extent_(extent_of(run)) {}

  std::string text() {
    pugi::xml_node qgis = document_.root();
    qgis.append_attribute("projectname") = title().c_str();
    add_text_element(qgis, "title", title());
    add_crs(add_element(qgis, "projectCrs"), crs_);
    add_tree(qgis);
    add_canvas(qgis);
    pugi::xml_node layers = add_element(qgis, "projectlayers");
    for (const ProjectLayer& layer : layers_)
      add_layer(layers, layer);
    add_properties(qgis);
    add_themes(qgis);
    add_layouts(qgis);
    add_view(qgis);
    add_times(qgis);
    return document_.text();
  }

 private:
  const StoredRun& run_;
  const QgisWording& words_;
  gis::WorkingCrs crs_;
  std::vector<ProjectGroup> groups_;
  std::vector<ProjectLayer> layers_;
  std::vector<MapTheme> themes_;
  gis::MapExtent extent_;
  QgisDocument document_;

  std::string title() const { return run_.text_option("scenario.title"); }

  /// Whether a layer is seen when the project is opened.
  bool is_shown(const ProjectLayer& layer) const {
    return !themes_.empty() && std::ranges::find(themes_.front().layers, layer.id) != themes_.front().layers.end();
  }

  void add_tree_group(pugi::xml_node parent, const ProjectGroup& group, bool is_open) const {
    pugi::xml_node node =
        add_element(parent, "layer-tree-group",
                    {{"name", group.name}, {"checked", "Qt::Checked"}, {"expanded", is_open ? "1" : "0"}});
    for (const ProjectLayer& layer : group.layers) {
      const bool is_raster = layer.kind == ProjectLayer::Kind::kRaster;
      add_element(node, "layer-tree-layer",
                  {{"id", qgis_id(layer.id)},
                   {"name", layer.name},
                   {"source", layer.source},
                   {"providerKey", is_raster ? "gdal" : "ogr"},
                   {"checked", is_shown(layer) ? "Qt::Checked" : "Qt::Unchecked"},
                   {"expanded", is_shown(layer) && !is_raster ? "1" : "0"}});
    }
    for (const ProjectGroup& inner : group.groups)
      add_tree_group(node, inner, false);
  }

  void add_tree(pugi::xml_node qgis) const {
    pugi::xml_node tree = add_element(qgis, "layer-tree-group");
    for (const ProjectGroup& group : groups_)
      add_tree_group(tree, group, true);
  }

  void add_canvas(pugi::xml_node qgis) const {
    pugi::xml_node canvas = add_element(qgis, "mapcanvas", {{"name", "theMapCanvas"}, {"annotationsVisible", "1"}});
    add_text_element(canvas, "units", "meters");
    add_rectangle(canvas, "extent", extent_);
    add_text_element(canvas, "rotation", "0");
    add_crs(add_element(canvas, "destinationsrs"), crs_);
  }

  /// The style's own elements, and what it says of scales.
  static void add_style(pugi::xml_node layer, const std::string& style) {
    pugi::xml_document document;
    if (!document.load_string(style.c_str(), pugi::parse_default)) return;
    const pugi::xml_node qgis = document.child("qgis");
    for (const char* const name : {"hasScaleBasedVisibilityFlag", "minScale", "maxScale"})
      if (const pugi::xml_attribute scale = qgis.attribute(name)) layer.append_copy(scale);
    for (const pugi::xml_node element : qgis.children())
      layer.append_copy(element);
  }

  void add_layer(pugi::xml_node layers, const ProjectLayer& layer) const {
    const bool is_raster = layer.kind == ProjectLayer::Kind::kRaster;
    pugi::xml_node node = add_element(layers, "maplayer", {{"type", is_raster ? "raster" : "vector"}});
    if (!is_raster) {
      const bool is_points = layer.kind == ProjectLayer::Kind::kPoints;
      node.append_attribute("geometry") = is_points ? "Point" : "Line";
      node.append_attribute("wkbType") = is_points ? "Point" : "LineString";
    }
    add_text_element(node, "id", qgis_id(layer.id));
    add_text_element(node, "datasource", layer.source);
    add_text_element(node, "layername", layer.name);
    if (layer.in_degrees) {
      add_wgs84(add_element(node, "srs"));
    } else {
      add_crs(add_element(node, "srs"), crs_);
    }
    add_text_element(node, "provider", is_raster ? "gdal" : "ogr").append_attribute("encoding") = "UTF-8";
    pugi::xml_node styles = add_element(node, "map-layer-style-manager", {{"current", "default"}});
    add_element(styles, "map-layer-style", {{"name", "default"}});
    add_style(node, layer.style);
    if (layer.opacity < 1.0) {
      pugi::xml_attribute opacity = node.child("pipe").child("rasterrenderer").attribute("opacity");
      opacity = fmt::format("{}", layer.opacity).c_str();
    }
  }

  static void add_properties(pugi::xml_node qgis) {
    pugi::xml_node properties = add_element(qgis, "properties");
    add_text_element(add_element(properties, "Paths"), "Absolute", "false").append_attribute("type") = "bool";
    add_text_element(add_element(properties, "SpatialRefSys"), "ProjectionsEnabled", "1").append_attribute("type") =
        "int";
  }

  void add_themes(pugi::xml_node qgis) const {
    pugi::xml_node presets = add_element(qgis, "visibility-presets");
    for (const MapTheme& theme : themes_) {
      pugi::xml_node preset = add_element(presets, "visibility-preset", {{"name", theme.name}});
      for (const std::string& id : theme.layers)
        add_element(preset, "layer", {{"id", qgis_id(id)}, {"visible", "1"}, {"style", "default"}, {"expanded", "1"}});
    }
  }

  std::string operator_in_words() const {
    std::string names;
    for (const std::string& name : raster_operators_of(run_))
      names += (names.empty() ? "" : ", ") + (name == "any" ? std::string(words_.any_operator) : name);
    return names.empty() ? std::string(words_.any_operator) : names;
  }

  LegendEntry legend_entry(const ProjectLayer& layer) const {
    // QGIS leaves out what a map does not show, but looks neither at times nor at the values of rasters.
    if (layer.id == "cells_by_period") return {.name = layer.name, .lines = fates_at_the_end()};
    if (layer.kind != ProjectLayer::Kind::kRaster) return {.name = layer.name};
    return {.name = layer.name, .lines = raster_lines(layer.style, gis::raster_range(run_.path_of(layer.source)))};
  }

  /// What is made up or assumed first.
  std::string sources() const {
    std::string text;
    if (run_.option("scenario.synthetic") == true) text += fmt::format("{}\n", words_.synthetic_note);
    if (const std::string note = run_.text_option("scenario.data_note"); !note.empty()) text += note + "\n";
    text += fmt::format(fmt::runtime(words_.source), fmt::arg("scenario", run_.text_option("scenario.name")),
                        fmt::arg("operator", operator_in_words()),
                        fmt::arg("model", run_.text_option("propagation.model")));
    return text + "\n" + fmt::format(fmt::runtime(words_.crs_note), fmt::arg("crs", crs_.name()));
  }

  LayoutFrame frame() const {
    LayoutFrame frame{.extent = extent_,
                      .scenario = title(),
                      .sources = sources(),
                      .legend = std::string(words_.legend),
                      .entries = {}};
    for (const MapTheme& theme : themes_) {
      for (const std::string& id : theme.layers)
        frame.entries[id] = legend_entry(*std::ranges::find(layers_, id, &ProjectLayer::id));
    }
    return frame;
  }

  void add_layouts(pugi::xml_node qgis) const {
    const LayoutFrame of_all = frame();
    pugi::xml_node layouts = add_element(qgis, "Layouts");
    int number = 0;
    for (const MapTheme& theme : themes_)
      add_layout(layouts, theme, of_all, ++number);
  }

  void add_view(pugi::xml_node qgis) const {
    pugi::xml_node settings = add_element(qgis, "ProjectViewSettings", {{"UseProjectScales", "0"}});
    pugi::xml_node extent = add_element(settings, "DefaultViewExtent",
                                        {{"xmin", metres_text(extent_.left)},
                                         {"ymin", metres_text(extent_.bottom)},
                                         {"xmax", metres_text(extent_.right)},
                                         {"ymax", metres_text(extent_.top)}});
    add_crs(extent, crs_);
  }

  /// The temporal controller steps from quarter to quarter of a switch-off.
  void add_times(pugi::xml_node qgis) const {
    const auto days = days_of_sunset(run_);
    if (!days) return;
    pugi::xml_node times =
        add_element(qgis, "ProjectTimeSettings",
                    {{"timeStep", "3"}, {"timeStepUnit", "mon"}, {"frameRate", "1"}, {"cumulativeTemporalRange", "0"}});
    pugi::xml_node range = add_element(times, "TemporalRange");
    add_text_element(range, "start", days->from + "T00:00:00Z");
    add_text_element(range, "end", days->before + "T00:00:00Z");
  }
};

}  // namespace

std::string project_text(const StoredRun& run, const std::string& language) {
  return ProjectWriter(run, language).text();
}

void write_project(const StoredRun& run, const std::string& language) {
  gis::write_zip(run.path_of(kProjectFile), {{.name = "phusong.qgs", .content = project_text(run, language)}});
}

}  // namespace phusong::report
