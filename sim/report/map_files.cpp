#include "sim/report/map_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <deque>
#include <functional>
#include <vector>

#include "gis/output_file.h"
#include "gis/raster_writer.h"
#include "sim/coverage/for_each_index.h"
#include "sim/report/map_paths.h"
#include "sim/report/qgis/raster_styles.h"

namespace phusong::report {
namespace {

namespace fs = std::filesystem;

constexpr std::uint16_t kNone = 0;

/// Writing one raster.
using Task = std::function<void()>;

/// Writes the rasters of one folder, each after its style.
class MapWriter {
 public:
  MapWriter(fs::path folder, const gis::Grid& grid, const gis::WorkingCrs& crs)
      : folder_(std::move(folder)), grid_(grid), crs_(crs) {
    fs::create_directories(folder_);
  }

  void write(const std::string& name, std::span<const float> values, const gis::BandDescription& band,
             const std::string& style) const {
    if (write_style_of_new(name, style)) gis::write_cog(folder_ / name, grid_, crs_, values, band);
  }

  void write_classes(const std::string& name, std::span<const std::uint16_t> values, const gis::BandDescription& band,
                     const std::string& style, const std::map<std::uint16_t, std::string>& labels = {}) const {
    if (write_style_of_new(name, style))
      gis::write_class_cog(folder_ / name, grid_, crs_, values, {band, kNone, labels});
  }

 private:
  fs::path folder_;
  const gis::Grid& grid_;
  const gis::WorkingCrs& crs_;

  bool write_style_of_new(const std::string& name, const std::string& style) const {
    const fs::path path = folder_ / name;
    if (fs::exists(path)) return false;
    gis::write_text_file(fs::path(path).replace_extension(".qml"), style);
    return true;
  }
};

std::string upper(std::string_view text) {
  std::string result(text);
  std::ranges::transform(result, result.begin(), [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  return result;
}

/// Best servers where their level reaches the threshold.
std::vector<std::uint16_t> serving(const coverage::TechnologyMaps& maps, double threshold_dbm) {
  std::vector<std::uint16_t> cells = maps.best_server;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (static_cast<double>(maps.level_dbm[i]) < threshold_dbm) cells[i] = kNone;
  }
  return cells;
}

/// `writer` and `maps` must outlive the tasks.
void add_quality(const MapWriter& writer, const coverage::TechnologyMaps& maps, std::vector<Task>& tasks) {
  const MapNames names = map_names(maps.technology);
  const std::string technology(name_of(maps.technology));
  if (!maps.sinr_db.empty()) {
    tasks.push_back([=, &writer, &maps] {
      writer.write(
          names.ratio, maps.sinr_db,
          {fmt::format("{} {} of the strongest cell; no part of the verdict", technology, ratio_words(maps.technology)),
           "dB"},
          ratio_style(maps.technology));
    });
  }
  if (!maps.throughput_mbps.empty()) {
    tasks.push_back([=, &writer, &maps] {
      writer.write(names.throughput, maps.throughput_mbps,
                   {technology + " throughput of one user alone; no part of the verdict", "Mbit/s"},
                   throughput_style());
    });
  }
}

/// `writer` and `maps` must outlive the tasks.
void add_technology(const MapWriter& writer, const coverage::TechnologyMaps& maps, double threshold_dbm,
                    std::vector<Task>& tasks) {
  const MapNames names = map_names(maps.technology);
  const std::string technology(name_of(maps.technology));
  tasks.push_back([=, &writer, &maps] {
    const std::string quantity = upper(level_quantity_of(maps.technology));
    writer.write(names.level, maps.level_dbm, {technology + " " + quantity + " of the strongest cell", "dBm"},
                 level_style(maps.technology, threshold_dbm));
  });
  tasks.push_back([=, &writer, &maps] {
    writer.write(names.probability, maps.probability, {technology + " probability of coverage", "1"},
                 probability_style());
  });
  tasks.push_back([=, &writer, &maps] {
    writer.write_classes(names.best_server, serving(maps, threshold_dbm), {technology + " best server", ""},
                         best_server_style(maps.legend), maps.legend);
  });
  tasks.push_back([=, &writer, &maps] {
    writer.write_classes(names.overlap, maps.overlap, {technology + " cells within 5 dB of the best", "cells"},
                         overlap_style());
  });
  add_quality(writer, maps, tasks);
}

}  // namespace

void write_maps(const fs::path& folder, const coverage::CoverageMaps& maps, const scenario::Scenario& scenario,
                progress::Progress& progress) {
  std::deque<MapWriter> writers;  // stay where they are
  std::vector<Task> tasks;
  for (const coverage::OperatorMaps& operator_maps : maps.operators) {
    const MapWriter& writer =
        writers.emplace_back(operator_folder(folder, operator_maps.operator_name), maps.grid, scenario.crs);
    for (const coverage::TechnologyMaps& technology : operator_maps.technologies)
      add_technology(writer, technology, scenario.options.service.threshold_dbm[technology.technology], tasks);
    tasks.push_back([&writer, &maps] {
      writer.write(kTerrainGapsMap, maps.terrain_gaps, {"share of paths over missing terrain", "1"},
                   terrain_gaps_style());
    });
  }
  progress.begin("write maps", tasks.size());
  coverage::for_each_index(tasks.size(), [&](std::size_t i) {
    progress.throw_if_stopped();
    tasks[i]();
    progress.advance(1);
  });
}

}  // namespace phusong::report
