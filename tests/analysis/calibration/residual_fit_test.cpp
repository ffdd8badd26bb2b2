#include "sim/analysis/calibration/residual_fit.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <cmath>

#include "tests/analysis/calibration/simulated_residuals.h"

using namespace phusong;
using analysis::CorrectionTerm;
using analysis::CorrectionTerms;
using analysis::Estimate;
using network::Technology;
using tests::SimulatedResiduals;

namespace {

const CorrectionTerms kAllTerms(std::begin(analysis::kCorrectionTerms), std::end(analysis::kCorrectionTerms));

/// Within four standard errors, and what the ridge takes of an offset.
bool tells(const std::optional<Estimate>& estimate, double truth_db, double ridge_db = 0.1) {
  return estimate && std::abs(estimate->value_db - truth_db) < 4.0 * estimate->standard_error_db + ridge_db &&
         estimate->standard_error_db > 0.0 && estimate->standard_error_db < 2.0;
}

analysis::ResidualFit fit_of(const SimulatedResiduals& world, const CorrectionTerms& terms = kAllTerms) {
  return analysis::fit_residuals(world.data, world.rows(), terms, {});
}

}  // namespace

TEST_CASE("offsets, slope and spread are found again behind a noise floor and among outliers") {
  CHECK(rc::check([] {
    const SimulatedResiduals world = tests::simulated_residuals(*rc::gen::inRange(1U, 30U));
    const analysis::ResidualFit fit = fit_of(world);
    RC_ASSERT(tells(fit.technology[Technology::k3G], world.technology_3g_db));
    RC_ASSERT(tells(fit.technology[Technology::k4G], world.technology_4g_db));
    RC_ASSERT(!fit.technology[Technology::k2G]);
    RC_ASSERT(tells(fit.slope, world.slope_db));
    RC_ASSERT(tells(fit.sigma, world.sigma_db, 0.15));
    for (std::size_t i = 0; i < world.clutter_db.size(); ++i)
      RC_ASSERT(tells(fit.clutter[i], world.clutter_db[i]));
    for (std::size_t i = 0; i < world.cell_db.size(); ++i)
      RC_ASSERT(tells(fit.transmitter[i], world.cell_db[i]));
  }));
}

TEST_CASE("what is censored is not dropped: without it the weak cells would seem stronger than they are") {
  const SimulatedResiduals world = tests::simulated_residuals(5);
  std::vector<std::size_t> above_floor;
  for (const std::size_t i : world.rows())
    if (!world.data.residuals[i].is_censored) above_floor.push_back(i);
  const auto dropped = analysis::fit_residuals(world.data, above_floor, kAllTerms, {});
  const auto whole = fit_of(world);
  CHECK(dropped.technology[Technology::k4G]->value_db > whole.technology[Technology::k4G]->value_db + 0.5);
  CHECK(std::abs(whole.technology[Technology::k4G]->value_db - world.technology_4g_db) < 1.0);
}

TEST_CASE("offsets of the cells of a technology, and those of clutter classes, add up to nothing") {
  const analysis::ResidualFit fit = fit_of(tests::simulated_residuals(8));
  double cells_3g_db = 0.0, clutter_db = 0.0;
  for (std::size_t i = 0; i < 6; ++i)
    cells_3g_db += fit.transmitter[i]->value_db;
  for (const auto& estimate : fit.clutter)
    clutter_db += estimate->value_db;
  CHECK(std::abs(cells_3g_db) < 0.01);
  CHECK(std::abs(clutter_db) < 0.01);
}

TEST_CASE("a few measurements move the offset of a cell a little, many all the way") {
  analysis::ResidualData data{.residuals = {}, .is_cell = {true, true}, .clutter_classes = 0, .blocks = 4};
  const auto add = [&](std::size_t cell, int count) {
    for (int i = 0; i < count; ++i) {
      const double noise_db = 6.0 * (i % 3 - 1);
      data.residuals.push_back({.residual_db = 8.0 + noise_db,
                                .transmitter = cell,
                                .technology = Technology::k4G,
                                .block = static_cast<std::size_t>(i % 4)});
    }
  };
  add(0, 3);
  add(1, 600);
  std::vector<std::size_t> rows(data.residuals.size());
  for (std::size_t i = 0; i < rows.size(); ++i)
    rows[i] = i;
  const analysis::ResidualFit fit = analysis::fit_residuals(data, rows, {CorrectionTerm::kCell}, {});
  CHECK(fit.transmitter[0]->value_db > 4.0);
  CHECK(fit.transmitter[0]->value_db < 7.5);
  CHECK(fit.transmitter[1]->value_db == doctest::Approx(8.0).epsilon(0.01));
  CHECK(fit.transmitter[0]->standard_error_db > 5.0 * fit.transmitter[1]->standard_error_db);
}

TEST_CASE("a transmitter beside the scenario has an offset of its own in every fit, and no technology") {
  SimulatedResiduals world = tests::simulated_residuals(3, 2000, 0.0);
  world.data.is_cell[11] = false;
  for (analysis::Residual& of : world.data.residuals) {
    if (of.transmitter != 11) continue;
    of.technology.reset();
    of.residual_db += 25.0;
  }
  const analysis::ResidualFit fit = fit_of(world, {CorrectionTerm::kTechnology, CorrectionTerm::kDistance});
  REQUIRE(fit.transmitter[11]);
  CHECK(fit.transmitter[11]->value_db ==
        doctest::Approx(25.0 + world.technology_4g_db + world.cell_db[11]).epsilon(0.06));
  CHECK(!fit.transmitter[0]);
}

TEST_CASE("residuals that go together within blocks have larger standard errors than independent ones") {
  const SimulatedResiduals independent = tests::simulated_residuals(4, 2000, 0.0);
  SimulatedResiduals grouped = independent;
  std::mt19937_64 random(9);
  std::normal_distribution<double> normal(0.0, 6.0);
  std::vector<double> of_block_db(grouped.data.blocks);
  for (double& common_db : of_block_db)
    common_db = normal(random);
  for (analysis::Residual& of : grouped.data.residuals)
    of.residual_db += of_block_db[of.block];
  const double alone_db = fit_of(independent).technology[Technology::k4G]->standard_error_db;
  CHECK(fit_of(grouped).technology[Technology::k4G]->standard_error_db > 1.5 * alone_db);
}
