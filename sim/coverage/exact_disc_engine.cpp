#include "sim/coverage/exact_disc_engine.h"

#include <algorithm>
#include <cmath>

#include "sim/coverage/disc_sweeper.h"
#include "sim/coverage/exact_area_path_loss.h"

namespace phusong::coverage {
namespace {

constexpr int kRowsPerPart = 8;

/// A disc in parts of neighbouring rows.
class ExactEngine final : public DiscEngine {
 public:
  ExactEngine(const gis::Grid& grid, std::shared_ptr<const ExactAreaPathLoss> area)
      : grid_(grid), area_(std::move(area)) {}

  int parts(const Transmitter& transmitter) const override {
    return (disc_window(grid_, transmitter).rows + kRowsPerPart - 1) / kRowsPerPart;
  }

  void compute(std::span<const Transmitter> antennas, int part, std::span<StoredLosses* const> losses) override {
    for (std::size_t a = 0; a < antennas.size(); ++a)
      compute(antennas[a], part, *losses[a]);
  }

 private:
  void compute(const Transmitter& transmitter, int part, StoredLosses& losses) {
    gis::GridWindow rows = disc_window(grid_, transmitter);
    const int end_row = rows.first_row + rows.rows;
    rows.first_row += part * kRowsPerPart;
    rows.rows = std::min(kRowsPerPart, end_row - rows.first_row);
    area_->compute(transmitter, rows, found_);
    store(losses);
  }

  void store(StoredLosses& losses) const {
    for (std::size_t k = 0; k < found_.window.cell_count(); ++k) {
      if (std::isnan(found_.departure_deg[k])) continue;
      const int offset = static_cast<int>(k);
      const std::size_t at = losses.index(found_.window.first_column + offset % found_.window.columns,
                                          found_.window.first_row + offset / found_.window.columns);
      losses.set_path(at, double{found_.departure_deg[k]}, found_.crosses_void[k] != 0);
      for (std::size_t f = 0; f < found_.loss_db.size(); ++f)
        losses.set_loss(at, f, double{found_.loss_db[f][k]});
    }
  }

  const gis::Grid& grid_;
  std::shared_ptr<const ExactAreaPathLoss> area_;
  PathLossWindow found_;
};

}  // namespace

MakeDiscEngine exact_disc_engines(const gis::Terrain& terrain, const gis::WorkingCrs& crs,
                                  const scenario::Options& options) {
  const auto area = std::make_shared<const ExactAreaPathLoss>(terrain, crs, options);
  return [&terrain, area] { return std::make_unique<ExactEngine>(terrain.grid(), area); };
}

}  // namespace phusong::coverage
