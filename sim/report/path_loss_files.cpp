#include "sim/report/path_loss_files.h"

#include <fmt/format.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <span>

#include "gis/raster_writer.h"
#include "sim/coverage/make_disc_path_loss.h"
#include "sim/report/map_paths.h"

namespace phusong::report {
namespace {

namespace fs = std::filesystem;

gis::Grid grid_of(const gis::Grid& grid, const gis::GridWindow& window) {
  return {.left_m = grid.left_m + window.first_column * grid.cell_size_m,
          .top_m = grid.top_m - window.first_row * grid.cell_size_m,
          .cell_size_m = grid.cell_size_m,
          .columns = window.columns,
          .rows = window.rows};
}

/// Transmitters whose losses are held at a time.
constexpr std::size_t kTransmittersPerBlock = 16;

/// Lets the user stop what is a step of something larger and has no progress of its own to show.
class Step final : public progress::Progress {
 public:
  explicit Step(const progress::Progress& whole) : whole_(whole) {}
  bool stop_requested() const override { return whole_.stop_requested(); }

 private:
  const progress::Progress& whole_;
};

/// Writes the losses of transmitters over their discs.
class PathLossWriter {
 public:
  PathLossWriter(fs::path folder, const scenario::Scenario& scenario, const gis::Grid& grid)
      : folder_(std::move(folder)), scenario_(scenario), grid_(grid) {}

  bool is_written(const coverage::Transmitter& transmitter) const {
    return std::ranges::all_of(transmitter.frequencies_mhz,
                               [&](double frequency_mhz) { return fs::exists(path_of(transmitter, frequency_mhz)); });
  }

  void write(const coverage::StoredLosses& stored, const coverage::Transmitter& transmitter) const {
    const gis::GridWindow window = stored.window();
    if (window.cell_count() == 0) return;
    coverage::PathLossWindow losses{.window = window, .departure_deg = {}, .loss_db = {}, .crosses_void = {}};
    stored.unpack(losses);
    for (std::size_t i = 0; i < losses.loss_db.size(); ++i) {
      const double frequency_mhz = transmitter.frequencies_mhz[i];
      const std::string description = fmt::format("basic transmission loss, {} MHz", frequency_mhz);
      gis::write_cog(path_of(transmitter, frequency_mhz), grid_of(grid_, window), scenario_.crs, losses.loss_db[i],
                     {description, "dB"});
    }
  }

 private:
  fs::path folder_;
  const scenario::Scenario& scenario_;
  const gis::Grid& grid_;

  fs::path path_of(const coverage::Transmitter& transmitter, double frequency_mhz) const {
    const std::string site = file_name_of(scenario_.network.sites[transmitter.site].site_id);
    return folder_ / fmt::format("{}_{}m_{}mhz.tif", site, transmitter.antenna_height_agl_m, frequency_mhz);
  }
};

}  // namespace

void write_path_losses(const fs::path& folder, const scenario::Scenario& scenario, const gis::Terrain& terrain,
                       coverage::PathLossStore& store, progress::Progress& progress) {
  const scenario::Options& options = scenario.options;
  std::vector<std::size_t> off_terrain;
  std::vector<coverage::Transmitter> transmitters = coverage::transmitters_on_air(
      scenario.network, terrain, coverage::mapped_technologies(scenario.network, options.coverage), options,
      off_terrain);
  fs::create_directories(folder / "pathloss");
  const PathLossWriter writer(folder / "pathloss", scenario, terrain.grid());
  std::erase_if(transmitters, [&](const coverage::Transmitter& transmitter) { return writer.is_written(transmitter); });
  const coverage::DiscPathLoss discs = coverage::make_disc_path_loss(terrain, scenario.crs, options, &store);
  progress.begin("path loss", transmitters.size());
  for (std::size_t begin = 0; begin < transmitters.size(); begin += kTransmittersPerBlock) {
    const auto block =
        std::span(transmitters).subspan(begin, std::min(kTransmittersPerBlock, transmitters.size() - begin));
    Step step(progress);
    const std::vector<coverage::StoredLosses> losses = discs.compute(block, step);
    tbb::parallel_for(std::size_t{0}, block.size(), [&](std::size_t i) {
      progress.throw_if_stopped();
      writer.write(losses[i], block[i]);
      progress.advance(1);
    });
  }
}

}  // namespace phusong::report
