#include "sim/report/path_loss_files.h"

#include <fmt/format.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <cmath>

#include "gis/raster_writer.h"
#include "sim/coverage/exact_area_path_loss.h"
#include "sim/report/map_paths.h"

namespace phusong::report {
namespace {

namespace fs = std::filesystem;

/// The cells whose centre may be within the range of a mast; empty where it has none on the grid.
gis::GridWindow window_around(const gis::Grid& grid, gis::MapPoint mast, double range_m) {
  const auto clamped = [](double position, int count) {
    return static_cast<int>(std::clamp(position, 0.0, static_cast<double>(count)));
  };
  const int left = clamped(std::floor(grid.column_of_x(mast.x_m - range_m)), grid.columns);
  const int right = clamped(std::ceil(grid.column_of_x(mast.x_m + range_m)) + 1.0, grid.columns);
  const int top = clamped(std::floor(grid.row_of_y(mast.y_m + range_m)), grid.rows);
  const int bottom = clamped(std::ceil(grid.row_of_y(mast.y_m - range_m)) + 1.0, grid.rows);
  return {.first_column = left, .first_row = top, .columns = right - left, .rows = bottom - top};
}

gis::Grid grid_of(const gis::Grid& grid, const gis::GridWindow& window) {
  return {.left_m = grid.left_m + window.first_column * grid.cell_size_m,
          .top_m = grid.top_m - window.first_row * grid.cell_size_m,
          .cell_size_m = grid.cell_size_m,
          .columns = window.columns,
          .rows = window.rows};
}

/// Computes and writes the losses of one transmitter.
class PathLossWriter {
 public:
  PathLossWriter(fs::path folder, const scenario::Scenario& scenario, const gis::Terrain& terrain)
      : folder_(std::move(folder)),
        scenario_(scenario),
        terrain_(terrain),
        area_(terrain, scenario.crs, scenario.options) {}

  void write(const coverage::Transmitter& transmitter) const {
    std::vector<fs::path> paths;
    for (const double frequency_mhz : transmitter.frequencies_mhz)
      paths.push_back(path_of(transmitter, frequency_mhz));
    if (std::ranges::all_of(paths, [](const fs::path& path) { return fs::exists(path); })) return;
    const double range_m = std::ranges::max(transmitter.carrier_range_m);
    const gis::GridWindow window = window_around(terrain_.grid(), transmitter.position, range_m);
    if (window.cell_count() == 0) return;
    coverage::PathLossWindow losses;
    area_.compute(transmitter, window, losses);
    const gis::Grid grid = grid_of(terrain_.grid(), window);
    for (std::size_t i = 0; i < paths.size(); ++i) {
      const std::string description = fmt::format("basic transmission loss, {} MHz", transmitter.frequencies_mhz[i]);
      gis::write_cog(paths[i], grid, scenario_.crs, losses.loss_db[i], {description, "dB"});
    }
  }

 private:
  fs::path folder_;
  const scenario::Scenario& scenario_;
  const gis::Terrain& terrain_;
  coverage::ExactAreaPathLoss area_;

  fs::path path_of(const coverage::Transmitter& transmitter, double frequency_mhz) const {
    const std::string site = file_name_of(scenario_.network.sites[transmitter.site].site_id);
    return folder_ / fmt::format("{}_{}m_{}mhz.tif", site, transmitter.antenna_height_agl_m, frequency_mhz);
  }
};

}  // namespace

void write_path_losses(const fs::path& folder, const scenario::Scenario& scenario, const gis::Terrain& terrain,
                       coverage::Progress& progress) {
  const scenario::Options& options = scenario.options;
  std::vector<std::size_t> off_terrain;
  const std::vector<coverage::Transmitter> transmitters = coverage::transmitters_on_air(
      scenario.network, terrain, coverage::mapped_technologies(scenario.network, options.coverage), options,
      off_terrain);
  fs::create_directories(folder / "pathloss");
  const PathLossWriter writer(folder / "pathloss", scenario, terrain);
  progress.begin("path loss", transmitters.size());
  tbb::parallel_for(std::size_t{0}, transmitters.size(), [&](std::size_t i) {
    progress.throw_if_stopped();
    writer.write(transmitters[i]);
    progress.advance(1);
  });
}

}  // namespace phusong::report
