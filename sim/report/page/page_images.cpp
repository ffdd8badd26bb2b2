#include "sim/report/page/page_images.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "sim/coverage/for_each_index.h"
#include "sim/report/map_paths.h"
#include "sim/report/page/map_classes.h"
#include "sim/report/page/web_picture.h"
#include "sim/report/stored/stored_maps.h"

namespace phusong::report {
namespace {

using Json = nlohmann::ordered_json;

/// One map of a run that the page may show.
struct PageMap {
  std::string operator_name;
  network::Technology technology{};
  std::string file;  ///< "4g_rsrp_dbm.tif"
  std::string kind, quantity, unit;
  std::optional<ColourStops> classes;  ///< nothing: a colour of its own for each value
};

double threshold_dbm(const StoredRun& run, network::Technology technology) {
  const Json& value = run.option(fmt::format("service.threshold_dbm.\"{}\"", name_of(technology)));
  return value.is_number() ? value.get<double>() : 0.0;
}

/// The maps of an operator and technology, the one that a page needs most first. Kinds are told apart by their place:
/// every operator and technology has the same ones.
std::vector<PageMap> maps_of(const StoredRun& run, const std::string& operator_name, network::Technology technology) {
  const MapNames names = map_names(technology);
  const auto map = [&](const std::string& file, const char* kind, std::string_view quantity, const char* unit,
                       std::optional<ColourStops> classes) {
    return PageMap{operator_name, technology, file, kind, std::string(quantity), unit, std::move(classes)};
  };
  return {map(names.level, "level", level_quantity_of(technology), "dBm",
              level_colours(technology, threshold_dbm(run, technology))),
          map(names.best_server, "best_server", "best_server", "", std::nullopt),
          map(names.probability, "probability", "probability", "", classes_of_ramp(probability_colours())),
          map(names.ratio, "ratio", ratio_quantity_of(technology), "dB", ratio_colours(technology)),
          map(names.throughput, "throughput", "throughput", "Mbit/s", throughput_colours()),
          map(names.overlap, "overlap", "overlap", "", overlap_colours())};
}

/// All maps that the run has, kind by kind.
std::vector<std::vector<PageMap>> maps_by_kind(const StoredRun& run) {
  std::vector<std::vector<PageMap>> kinds;
  for (const std::string& operator_name : raster_operators_of(run)) {
    for (const network::Technology technology : network::kTechnologies) {
      std::vector<PageMap> maps = maps_of(run, operator_name, technology);
      kinds.resize(maps.size());
      for (std::size_t i = 0; i < maps.size(); ++i) {
        const std::filesystem::path file = operator_folder(run.folder(), operator_name) / maps[i].file;
        if (!maps[i].file.empty() && exists(file)) kinds[i].push_back(std::move(maps[i]));
      }
    }
  }
  return kinds;
}

bool is_detailed(const PageMap& map) {
  return map.kind == "level" || map.kind == "best_server";
}

Json image_of(const StoredRun& run, const PageMap& map, gis::WebMapReader& reader) {
  const gis::WebRaster raster = reader.read(operator_folder(run.folder(), map.operator_name) / map.file);
  const std::string stem = std::filesystem::path(map.file).stem().string();
  Json image = {{"id", fmt::format("{}/{}", map.operator_name, stem)},
                {"kind", map.kind},
                {"operator", map.operator_name},
                {"technology", name_of(map.technology)},
                {"quantity", map.quantity},
                {"unit", map.unit},
                {"legend", map.classes ? legend_json(*map.classes) : Json::array()}};
  image.update(web_picture(raster.bounds, map.classes ? classified(raster, *map.classes) : distinct_classes(raster)));
  return image;
}

Json hillshade_of(const StoredRun& run, gis::WebMapReader& reader) {
  const gis::WebRaster shades = reader.hillshade(run.path_of("terrain.tif"));
  Json image = {{"id", "hillshade"}, {"kind", "hillshade"}};
  image.update(web_picture(shades.bounds, grey_shades(shades)));
  return image;
}

}  // namespace

Json page_images(const StoredRun& run, const PictureLimits& limits) {
  std::size_t room_bytes = limits.max_bytes;
  gis::WebMapReader detailed(limits.max_pixels), others(limits.max_pixels_of_others);
  Json album = Json::array();
  if (run.has("terrain.tif")) add_where_room(album, hillshade_of(run, detailed), room_bytes);
  for (const std::vector<PageMap>& maps : maps_by_kind(run)) {
    gis::WebMapReader& reader = !maps.empty() && is_detailed(maps.front()) ? detailed : others;
    std::vector<Json> images(maps.size());
    coverage::for_each_index(maps.size(), [&](std::size_t i) { images[i] = image_of(run, maps[i], reader); });
    for (Json& image : images)
      add_where_room(album, std::move(image), room_bytes);
  }
  return album;
}

}  // namespace phusong::report
