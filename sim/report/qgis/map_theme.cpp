#include "sim/report/qgis/map_theme.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "sim/report/map_paths.h"
#include "sim/report/qgis/qgis_wording.h"
#include "sim/report/stored/stored_maps.h"

namespace phusong::report {
namespace {

/// Makes the themes of one run.
class ThemeMaker {
 public:
  ThemeMaker(const StoredRun& run, const std::vector<ProjectLayer>& layers, const QgisWording& words)
      : run_(run), layers_(layers), words_(words) {}

  std::vector<MapTheme> all() {
    add("hamlets", {.name = std::string(words_.hamlet_theme), .layers = {"hamlets", "sites", "terrain"}});
    const std::vector<std::string> operators = raster_operators_of(run_);
    const std::vector<network::Technology> technologies = technologies_of(run_);
    for (std::size_t i = 0; i < operators.size(); ++i) {
      for (const network::Technology technology : technologies)
        add_coverage(i, operators[i], technology);
    }
    for (const network::Technology technology : technologies)
      add_quality(technology);
    add("stations", {.name = std::string(words_.plan_theme),
                     .layers = {"stations", "backhaul", "hamlets", "sites", "terrain"},
                     .note = plan_note()});
    add_sunset();
    add("resilience",
        {.name = std::string(words_.resilience_theme), .layers = {"resilience", "links", "sites", "terrain"}});
    add("hamlets_uncertainty",
        {.name = std::string(words_.uncertainty_theme), .layers = {"hamlets_uncertainty", "sites", "terrain"}});
    return std::move(themes_);
  }

 private:
  const StoredRun& run_;
  const std::vector<ProjectLayer>& layers_;
  const QgisWording& words_;
  std::vector<MapTheme> themes_;

  bool has_layer(const std::string& id) const {
    return std::ranges::find(layers_, id, &ProjectLayer::id) != layers_.end();
  }

  /// Adds a theme where the layer that it is about is there, without layers that are not.
  void add(const std::string& subject, MapTheme theme) {
    if (!has_layer(subject)) return;
    std::erase_if(theme.layers, [&](const std::string& id) { return !has_layer(id); });
    themes_.push_back(std::move(theme));
  }

  void add_coverage(std::size_t number, const std::string& operator_name, network::Technology technology) {
    const std::string raster =
        raster_layer_id(number, std::filesystem::path(map_names(technology).level).stem().string());
    const bool is_any = operator_name == "any";
    const std::string name =
        fmt::format(fmt::runtime(is_any ? words_.coverage_theme : words_.coverage_theme_of),
                    fmt::arg("technology", name_of(technology)), fmt::arg("operator", operator_name));
    add(raster, {.name = name,
                 .layers = {raster, hamlet_layer_id(technology), "sites", sector_layer_id(technology), "terrain"},
                 .note = std::string(words_.verdict_note)});
  }

  void add_quality(network::Technology technology) {
    const std::string raster = raster_layer_id(0, std::filesystem::path(map_names(technology).ratio).stem().string());
    add(raster, {.name = fmt::format(fmt::runtime(words_.quality_theme), fmt::arg("technology", name_of(technology))),
                 .layers = {raster, "sites", sector_layer_id(technology), "terrain"},
                 .note = std::string(words_.quality_note)});
  }

  /// The statuses are those before the plan; costs are the program's where the run has no table of them.
  std::string plan_note() const {
    std::string note(words_.plan_note);
    if (run_.text_option("plan.costs").empty()) note += fmt::format(" {}", words_.assumed_costs_note);
    return note;
  }

  /// The layout shows the last quarter.
  void add_sunset() {
    const std::optional<DaySpan> days = days_of_sunset(run_);
    if (!days) return;
    const sunset::Quarter last = quarters_of_sunset(run_).back();
    add("switch_off", {.name = std::string(words_.switch_off_theme), .layers = {"switch_off", "terrain"}});
    add("cells_by_period",
        {.name = std::string(words_.sunset_theme),
         .layers = {"cells_by_period", "hamlets", "terrain"},
         .days = DaySpan{last.first_day(), days->before},
         .days_in_words = fmt::format(fmt::runtime(words_.state_at), fmt::arg("period", last.name()))});
  }
};

}  // namespace

std::vector<MapTheme> map_themes(const StoredRun& run, const std::vector<ProjectLayer>& layers,
                                 const std::string& language) {
  return ThemeMaker(run, layers, qgis_wording(language)).all();
}

}  // namespace phusong::report
