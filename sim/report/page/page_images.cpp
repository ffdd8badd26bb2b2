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

std::vector<std::string> raster_operators(const StoredRun& run) {
  const Json& names = run.option("service.raster_operators");
  return names.is_array() ? names.get<std::vector<std::string>>() : std::vector<std::string>();
}

/// All maps that the run has, kind by kind.
std::vector<std::vector<PageMap>> maps_by_kind(const StoredRun& run) {
  std::vector<std::vector<PageMap>> kinds;
  for (const std::string& operator_name : raster_operators(run)) {
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

Json bounds_json(const gis::LonLatBounds& bounds) {
  return Json::array(
      {Json::array({bounds.south_deg, bounds.west_deg}), Json::array({bounds.north_deg, bounds.east_deg})});
}

std::string url_of(const gis::PalettePicture& picture) {
  return "data:image/png;base64," + gis::base64_of(gis::png_of(picture));
}

Json image_of(const StoredRun& run, const PageMap& map, int max_pixels) {
  const gis::WebRaster raster =
      gis::read_on_web_map(operator_folder(run.folder(), map.operator_name) / map.file, max_pixels);
  const std::string stem = std::filesystem::path(map.file).stem().string();
  return {{"id", fmt::format("{}/{}", map.operator_name, stem)},
          {"kind", map.kind},
          {"operator", map.operator_name},
          {"technology", name_of(map.technology)},
          {"quantity", map.quantity},
          {"unit", map.unit},
          {"bounds", bounds_json(raster.bounds)},
          {"legend", map.classes ? legend_json(*map.classes) : Json::array()},
          {"url", url_of(map.classes ? classified(raster, *map.classes) : distinct_classes(raster))}};
}

Json hillshade_of(const StoredRun& run, int max_pixels) {
  const gis::WebRaster shades = gis::hillshade_on_web_map(run.path_of("terrain.tif"), max_pixels);
  return {{"id", "hillshade"},
          {"kind", "hillshade"},
          {"bounds", bounds_json(shades.bounds)},
          {"url", url_of(grey_shades(shades))}};
}

/// Takes pictures as long as there is room.
class PictureAlbum {
 public:
  explicit PictureAlbum(std::size_t max_bytes) : room_(max_bytes) {}

  void add(Json image) {
    const std::size_t bytes = image.at("url").get_ref<const std::string&>().size();
    if (bytes > room_) return;
    room_ -= bytes;
    images_.push_back(std::move(image));
  }
  Json take() { return std::move(images_); }

 private:
  std::size_t room_;
  Json images_ = Json::array();
};

}  // namespace

Json page_images(const StoredRun& run, const PictureLimits& limits) {
  PictureAlbum album(limits.max_bytes);
  if (run.has("terrain.tif")) album.add(hillshade_of(run, limits.max_pixels));
  for (const std::vector<PageMap>& maps : maps_by_kind(run)) {
    std::vector<Json> images(maps.size());
    coverage::for_each_index(maps.size(),
                             [&](std::size_t i) { images[i] = image_of(run, maps[i], limits.max_pixels); });
    for (Json& image : images)
      album.add(std::move(image));
  }
  return album.take();
}

}  // namespace phusong::report
