#include "sim/report/qgis/project_layers.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <pugixml.hpp>
#include <sstream>

#include "gis/layer_columns.h"
#include "sim/report/map_paths.h"
#include "sim/report/qgis/layer_styles.h"
#include "sim/report/qgis/qgis_wording.h"
#include "sim/report/qgis/raster_styles.h"
#include "sim/report/qgis/sunset_days.h"
#include "sim/report/stored/stored_maps.h"

namespace phusong::report {
namespace {

constexpr double kRasterOpacity = 0.65;

std::string layer_words(std::string_view form, network::Technology technology, std::string_view quantity = "") {
  return fmt::format(fmt::runtime(form), fmt::arg("technology", name_of(technology)), fmt::arg("quantity", quantity));
}

std::string_view level_name(network::Technology technology) {
  switch (technology) {
    case network::Technology::k2G:
      return "RxLev";
    case network::Technology::k3G:
      return "RSCP";
    case network::Technology::k4G:
      return "RSRP";
    case network::Technology::k5G:
      return "SS-RSRP";
  }
  return "";
}

/// A file name without its ending.
std::string stem_of(const std::string& file) {
  return std::filesystem::path(file).stem().string();
}

/// The style without all rules but that of a label.
std::string of_rule(const std::string& style, std::string_view label) {
  pugi::xml_document document;
  document.load_string(style.c_str(), pugi::parse_default | pugi::parse_doctype);
  pugi::xml_node rules = document.child("qgis").child("renderer-v2").child("rules");
  for (pugi::xml_node rule = rules.first_child(); rule;) {
    const pugi::xml_node next = rule.next_sibling();
    if (label != rule.attribute("label").value()) rules.remove_child(rule);
    rule = next;
  }
  std::ostringstream text;
  document.save(text, " ", pugi::format_indent | pugi::format_no_declaration);
  return text.str();
}

/// A layer of a GeoPackage of the run, and what makes its style.
struct PackagedLayer {
  std::string file, layer;
  std::string (*style)(std::string_view language, const std::vector<gis::Column>& columns);
};

/// Makes the layers of one run.
class LayerMaker {
 public:
  LayerMaker(const StoredRun& run, const std::string& language)
      : run_(run), language_(language), words_(qgis_wording(language)), technologies_(technologies_of(run)) {}

  ProjectGroup hamlets() const {
    ProjectGroup group{.name = std::string(words_.hamlets), .layers = {}};
    if (!run_.has("hamlets.gpkg")) return group;
    const ProjectLayer all = from_package("hamlets", words_.hamlet_status, {"hamlets.gpkg", "hamlets", hamlet_style});
    group.layers.push_back(all);
    const std::vector<gis::Column> columns = gis::layer_columns(run_.path_of("hamlets.gpkg"), "hamlets");
    for (const network::Technology technology : technologies_) {
      ProjectLayer layer = all;
      layer.id = hamlet_layer_id(technology);
      layer.name = layer_words(words_.hamlet_status_of, technology);
      layer.style = technology_hamlet_style(language_, columns, technology);
      group.layers.push_back(std::move(layer));
    }
    return group;
  }

  ProjectGroup network() const {
    ProjectGroup group{.name = std::string(words_.network), .layers = {}};
    if (!run_.has("network.gpkg")) return group;
    group.layers.push_back(from_package("sites", words_.sites, {"network.gpkg", "sites", site_style}));
    const ProjectLayer cells = from_package("cells", words_.cells, {"network.gpkg", "cells", cell_style});
    for (auto technology = technologies_.rbegin(); technology != technologies_.rend(); ++technology) {
      ProjectLayer layer = cells;
      layer.id = sector_layer_id(*technology);
      layer.name = fmt::format("{}, {}", words_.cells, name_of(*technology));
      layer.source += fmt::format("|subset=\"technology\" = '{}'", name_of(*technology));
      layer.style = of_rule(cells.style, name_of(*technology));
      group.layers.push_back(std::move(layer));
    }
    group.layers.push_back(lines(from_package("links", words_.links, {"network.gpkg", "links", link_style})));
    return group;
  }

  ProjectGroup plan() const {
    ProjectGroup group{.name = std::string(words_.plan), .layers = {}};
    if (!run_.has("plan/plan.gpkg")) return group;
    group.layers.push_back(from_package("stations", words_.stations, {"plan/plan.gpkg", "stations", station_style}));
    group.layers.push_back(
        lines(from_package("backhaul", words_.backhaul, {"plan/plan.gpkg", "backhaul", new_backhaul_style})));
    return group;
  }

  ProjectGroup sunset() const {
    ProjectGroup group{.name = std::string(words_.sunset), .layers = {}};
    if (!run_.has(kCellsByPeriod)) return group;
    group.layers.push_back(
        {.id = "cells_by_period",
         .name = std::string(words_.cells_by_period),
         .source = "./sunset/cells_by_period.geojson",
         .kind = ProjectLayer::Kind::kPoints,
         .style = cells_by_period_style(language_, gis::layer_columns(run_.path_of(kCellsByPeriod), "cells_by_period")),
         .in_degrees = true});
    group.layers.push_back(switch_off(group.layers.front()));
    return group;
  }

  ProjectGroup single(std::string_view name, std::string_view layer, const PackagedLayer& packaged) const {
    ProjectGroup group{.name = std::string(name), .layers = {}};
    if (run_.has(packaged.file)) group.layers.push_back(from_package(packaged.layer, layer, packaged));
    return group;
  }

  ProjectGroup coverage() const {
    ProjectGroup group{.name = std::string(words_.coverage), .layers = {}};
    const std::vector<std::string> operators = raster_operators_of(run_);
    for (std::size_t i = 0; i < operators.size(); ++i) {
      ProjectGroup of_operator{.name = operator_in_words(operators[i]), .layers = {}};
      for (const network::Technology technology : technologies_)
        of_operator.groups.push_back(rasters(i, operators[i], technology));
      add_raster({i, operators[i], kTerrainGapsMap, std::string(words_.terrain_gaps)}, of_operator);
      group.groups.push_back(std::move(of_operator));
    }
    return group;
  }

  ProjectGroup terrain() const {
    ProjectGroup group{.name = std::string(words_.terrain), .layers = {}};
    if (!run_.has("terrain.tif")) return group;
    group.layers.push_back({.id = "terrain",
                            .name = std::string(words_.terrain),
                            .source = "./terrain.tif",
                            .kind = ProjectLayer::Kind::kRaster,
                            .style = terrain_style()});
    return group;
  }

 private:
  /// A raster of an operator that may be there.
  struct RasterOffer {
    std::size_t operator_number;
    const std::string& operator_name;
    std::string file, name;
  };

  static constexpr const char* kCellsByPeriod = "sunset/cells_by_period.geojson";

  const StoredRun& run_;
  std::string language_;
  const QgisWording& words_;
  std::vector<network::Technology> technologies_;

  std::string operator_in_words(const std::string& name) const {
    return name == "any" ? std::string(words_.any_operator) : name;
  }

  std::string style_beside(const std::string& file) const { return run_.has(file) ? run_.text(file) : ""; }

  /// The cells that go off, of the same file.
  ProjectLayer switch_off(ProjectLayer layer) const {
    std::vector<QuarterName> quarters;
    for (const sunset::Quarter& quarter : quarters_with_cells_off(run_))
      quarters.push_back({quarter.name(), quarter.first_day()});
    layer.id = "switch_off";
    layer.name = words_.switch_off;
    layer.source += "|subset=\"fate\" = 'goes'";
    layer.style =
        switch_off_style(language_, gis::layer_columns(run_.path_of(kCellsByPeriod), "cells_by_period"), quarters);
    return layer;
  }

  /// A layer of points.
  ProjectLayer from_package(const std::string& id, std::string_view name, const PackagedLayer& packaged) const {
    return {.id = id,
            .name = std::string(name),
            .source = fmt::format("./{}|layername={}", packaged.file, packaged.layer),
            .kind = ProjectLayer::Kind::kPoints,
            .style = packaged.style(language_, gis::layer_columns(run_.path_of(packaged.file), packaged.layer))};
  }

  static ProjectLayer lines(ProjectLayer layer) {
    layer.kind = ProjectLayer::Kind::kLines;
    return layer;
  }

  void add_raster(const RasterOffer& offer, ProjectGroup& group) const {
    const std::string folder = fmt::format("coverage/{}", file_name_of(offer.operator_name));
    const std::string file = fmt::format("{}/{}", folder, offer.file);
    if (offer.file.empty() || !run_.has(file)) return;
    group.layers.push_back({.id = raster_layer_id(offer.operator_number, stem_of(offer.file)),
                            .name = offer.name,
                            .source = "./" + file,
                            .kind = ProjectLayer::Kind::kRaster,
                            .style = style_beside(fmt::format("{}/{}.qml", folder, stem_of(offer.file))),
                            .opacity = kRasterOpacity});
  }

  ProjectGroup rasters(std::size_t number, const std::string& operator_name, network::Technology technology) const {
    ProjectGroup group{.name = std::string(name_of(technology)), .layers = {}};
    const MapNames names = map_names(technology);
    add_raster({number, operator_name, names.level, layer_words(words_.level, technology, level_name(technology))},
               group);
    add_raster({number, operator_name, names.probability, layer_words(words_.probability, technology)}, group);
    add_raster({number, operator_name, names.best_server, layer_words(words_.best_server, technology)}, group);
    add_raster({number, operator_name, names.overlap, layer_words(words_.overlap, technology)}, group);
    add_raster({number, operator_name, names.ratio, layer_words(words_.ratio, technology, ratio_words(technology))},
               group);
    add_raster({number, operator_name, names.throughput, layer_words(words_.throughput, technology)}, group);
    return group;
  }
};

bool is_empty(const ProjectGroup& group) {
  return group.layers.empty() && std::ranges::all_of(group.groups, is_empty);
}

void append_layers(const ProjectGroup& group, std::vector<ProjectLayer>& layers) {
  layers.insert(layers.end(), group.layers.begin(), group.layers.end());
  for (const ProjectGroup& inner : group.groups)
    append_layers(inner, layers);
}

}  // namespace

std::vector<ProjectGroup> project_groups(const StoredRun& run, const std::string& language) {
  const LayerMaker make(run, language);
  const QgisWording& words = qgis_wording(language);
  std::vector<ProjectGroup> groups = {
      make.plan(),
      make.sunset(),
      make.hamlets(),
      make.single(words.uncertainty, words.uncertainty_theme,
                  {"hamlets_uncertainty.gpkg", "hamlets_uncertainty", uncertainty_style}),
      make.single(words.resilience, words.resilience, {"resilience.gpkg", "resilience", resilience_style}),
      make.network(),
      make.coverage(),
      make.terrain()};
  std::erase_if(groups, is_empty);
  return groups;
}

std::vector<ProjectLayer> all_layers(const std::vector<ProjectGroup>& groups) {
  std::vector<ProjectLayer> layers;
  for (const ProjectGroup& group : groups)
    append_layers(group, layers);
  return layers;
}

std::string qgis_id(std::string_view id) {
  return fmt::format("phusong_layer_{}", id);
}

std::string hamlet_layer_id(network::Technology technology) {
  return fmt::format("hamlets_{}", prefix_of(technology));
}

std::string sector_layer_id(network::Technology technology) {
  return fmt::format("cells_{}", prefix_of(technology));
}

std::string raster_layer_id(std::size_t operator_number, std::string_view raster) {
  return fmt::format("coverage_{}_{}", operator_number + 1, raster);
}

}  // namespace phusong::report
