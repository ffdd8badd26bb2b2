#pragma once

#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

#include "sim/analysis/calibration/residual_fit.h"

namespace phusong::tests {

/// Residuals whose truth is known: twelve cells of 3G and 4G, three classes of clutter, a slope, normal errors; a fifth
/// of the levels is at the noise floor and one in twenty of the others is grossly wrong.
struct SimulatedResiduals {
  std::vector<double> cell_db, clutter_db;  ///< both add up to nothing, those of cells by technology
  double technology_3g_db = 0.0, technology_4g_db = 0.0;
  double slope_db = 0.0, sigma_db = 0.0;
  analysis::ResidualData data;

  std::vector<std::size_t> rows() const {
    std::vector<std::size_t> rows(data.residuals.size());
    for (std::size_t i = 0; i < rows.size(); ++i)
      rows[i] = i;
    return rows;
  }
};

inline void centre(std::vector<double>& values, std::size_t first, std::size_t count) {
  double sum = 0.0;
  for (std::size_t i = first; i < first + count; ++i)
    sum += values[i];
  for (std::size_t i = first; i < first + count; ++i)
    values[i] -= sum / static_cast<double>(count);
}

/// `outliers`: their share.
inline SimulatedResiduals simulated_residuals(unsigned seed, std::size_t count = 3000, double outliers = 0.05) {
  constexpr std::size_t kCells = 12, kBlocks = 80;
  std::mt19937_64 random(seed);
  std::normal_distribution<double> normal;
  const auto uniform = [&](double low, double high) {
    return std::uniform_real_distribution<double>(low, high)(random);
  };
  SimulatedResiduals world{.cell_db = std::vector<double>(kCells),
                           .clutter_db = std::vector<double>(3),
                           .technology_3g_db = uniform(-6.0, 6.0),
                           .technology_4g_db = uniform(-6.0, 6.0),
                           .slope_db = uniform(-10.0, 10.0),
                           .sigma_db = uniform(5.0, 9.0),
                           .data = {}};
  for (double& offset_db : world.cell_db)
    offset_db = uniform(-5.0, 5.0);
  for (double& offset_db : world.clutter_db)
    offset_db = uniform(-4.0, 4.0);
  centre(world.cell_db, 0, kCells / 2);
  centre(world.cell_db, kCells / 2, kCells / 2);
  centre(world.clutter_db, 0, 3);
  world.data.is_cell.assign(kCells, true);
  world.data.clutter_classes = 3;
  world.data.blocks = kBlocks;
  std::vector<double> predicted_dbm, measured_dbm;
  for (std::size_t i = 0; i < count; ++i) {
    analysis::Residual of{.transmitter = random() % kCells, .decades = uniform(-1.0, 0.6), .block = random() % kBlocks};
    of.technology = of.transmitter < kCells / 2 ? network::Technology::k3G : network::Technology::k4G;
    of.clutter = random() % 3;
    const bool is_3g = *of.technology == network::Technology::k3G;
    double error_db = world.cell_db[of.transmitter] + world.clutter_db[*of.clutter] + world.slope_db * of.decades +
                      (is_3g ? world.technology_3g_db : world.technology_4g_db) + world.sigma_db * normal(random);
    if (uniform(0.0, 1.0) < outliers) error_db += (random() % 2 == 0 ? 1.0 : -1.0) * uniform(45.0, 70.0);
    predicted_dbm.push_back(uniform(-130.0, -75.0));
    measured_dbm.push_back(predicted_dbm.back() + error_db);
    world.data.residuals.push_back(of);
  }
  std::vector<double> sorted = measured_dbm;
  std::ranges::sort(sorted);
  const double floor_dbm = sorted[count / 5];
  for (std::size_t i = 0; i < count; ++i) {
    world.data.residuals[i].is_censored = measured_dbm[i] <= floor_dbm;
    world.data.residuals[i].residual_db = std::max(measured_dbm[i], floor_dbm) - predicted_dbm[i];
  }
  return world;
}

}  // namespace phusong::tests
