#include "sim/coverage/disc_path_loss.h"

#include <doctest/doctest.h>
#include <tbb/global_control.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>

#include "sim/coverage/exact_area_path_loss.h"
#include "sim/coverage/exact_disc_engine.h"
#include "sim/coverage/make_disc_path_loss.h"
#include "sim/coverage/sweep_disc_engine.h"
#include "tests/coverage/tiny_world.h"

using namespace phusong;
using namespace phusong::coverage;
using namespace phusong::tests;

namespace {

constexpr gis::GridWindow kWhole{.columns = 121, .rows = 121};

float hilly_height_m(double x_m, double y_m) {
  return static_cast<float>(250.0 + 90.0 * std::sin(x_m / 700.0) * std::cos(y_m / 500.0) + 20.0 * std::sin(y_m / 90.0));
}

/// Hills with a hole, and another at the northern border.
float hills_with_voids(double x_m, double y_m) {
  const bool is_void =
      (x_m > 7000.0 && x_m < 8000.0 && y_m > 5000.0 && y_m < 6500.0) || (x_m < 5000.0 && y_m > 11'000.0);
  return is_void ? std::numeric_limits<float>::quiet_NaN() : hilly_height_m(x_m, y_m);
}

/// Equal where both are not a number, too.
bool same_bytes(const std::vector<float>& a, const std::vector<float>& b) {
  return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size() * sizeof(float)) == 0;
}

/// Two bands with their own ranges from a mast off every cell's centre.
std::vector<Transmitter> one_transmitter() {
  return {{.position = at(6023, 5941),
           .latitude_deg = 22.6,
           .antenna_height_agl_m = 35.0,
           .frequencies_mhz = {900.0, 2140.0},
           .carrier_range_m = {5000.0, 3000.0}}};
}

PathLossWindow unpacked(const StoredLosses& losses, const gis::GridWindow& window = kWhole) {
  PathLossWindow result;
  result.window = window;
  losses.unpack(result);
  return result;
}

PathLossWindow losses(const DiscPathLoss& discs) {
  progress::Progress progress;
  return unpacked(discs.compute(one_transmitter(), progress).front());
}

DiscPathLoss swept(const gis::Terrain& terrain, const gis::WorkingCrs& crs, const scenario::Options& options) {
  return {terrain, sweep_disc_engines(terrain, crs, options), nullptr};
}

struct Agreement {
  double median_db = 0.0, largest_db = 0.0;
};

/// Checks that both have values in the same cells and flag the same voids.
Agreement compare(const gis::Terrain& terrain, const scenario::Options& options) {
  const gis::WorkingCrs crs("EPSG:32648");
  const PathLossWindow found = losses(swept(terrain, crs, options));
  PathLossWindow expected;
  ExactAreaPathLoss(terrain, crs, options).compute(one_transmitter().front(), kWhole, expected);
  std::vector<double> deviations_db;
  std::size_t unlike_flags = 0;
  for (std::size_t k = 0; k < kWhole.cell_count(); ++k) {
    REQUIRE(std::isnan(found.departure_deg[k]) == std::isnan(expected.departure_deg[k]));
    if (found.crosses_void[k] != expected.crosses_void[k]) ++unlike_flags;
    for (std::size_t f = 0; f < 2; ++f) {
      REQUIRE(std::isnan(found.loss_db[f][k]) == std::isnan(expected.loss_db[f][k]));
      if (!std::isnan(found.loss_db[f][k]))
        deviations_db.push_back(std::abs(double{found.loss_db[f][k]} - double{expected.loss_db[f][k]}));
    }
  }
  CHECK(unlike_flags < kWhole.cell_count() / 100);  // a path may graze a void that the ray misses
  std::ranges::sort(deviations_db);
  return {deviations_db[deviations_db.size() / 2], deviations_db.back()};
}

scenario::Options with_time_percent(double time_percent) {
  scenario::Options options;
  options.propagation.settings.time_percent = time_percent;
  return options;
}

}  // namespace

TEST_CASE("over a plain the swept loss is that of the exact path") {
  CHECK(compare(flat_terrain(), with_time_percent(50.0)).largest_db < 0.02);
  CHECK(compare(flat_terrain(), with_time_percent(5.0)).largest_db < 0.02);
}

TEST_CASE("over hills the swept loss is near that of the exact path") {
  const gis::Terrain terrain = make_terrain(121, 100.0, hilly_height_m);
  CHECK(compare(terrain, with_time_percent(50.0)).median_db < 0.15);
  CHECK(compare(terrain, with_time_percent(10.0)).median_db < 0.15);
}

TEST_CASE("ITM is swept too: over a plain and over hills its loss is near that of the exact path") {
  scenario::Options options = with_time_percent(50.0);
  options.propagation.settings.model = propagation::Model::kItm;
  CHECK(compare(flat_terrain(), options).largest_db < 0.02);
  CHECK(compare(make_terrain(121, 100.0, hilly_height_m), options).median_db < 0.2);
  CHECK(compare(make_terrain(121, 100.0, hills_with_voids), options).median_db < 0.2);
}

TEST_CASE("a model that has no sweep is followed to each cell's centre") {
  scenario::Options options = with_time_percent(50.0);
  options.propagation.settings.model = propagation::Model::kRma;
  const gis::Terrain terrain = make_terrain(121, 100.0, hills_with_voids);
  const gis::WorkingCrs crs("EPSG:32648");
  const PathLossWindow found = losses(make_disc_path_loss(terrain, crs, options));
  PathLossWindow expected;
  ExactAreaPathLoss(terrain, crs, options).compute(one_transmitter().front(), kWhole, expected);
  for (std::size_t k = 0; k < kWhole.cell_count(); ++k) {
    REQUIRE(std::isnan(found.loss_db[0][k]) == std::isnan(expected.loss_db[0][k]));
    if (!std::isnan(found.loss_db[0][k])) REQUIRE(std::abs(found.loss_db[0][k] - expected.loss_db[0][k]) < 0.0051F);
  }
}

TEST_CASE("voids are bridged and flagged, and where there is no ground there is no loss") {
  CHECK(compare(make_terrain(121, 100.0, hills_with_voids), with_time_percent(50.0)).median_db < 0.15);
}

TEST_CASE("clutter and zones are read along the ray and the receiver's own line") {
  const gis::Terrain ground = make_terrain(121, 100.0, hilly_height_m);
  std::vector<float> clutter_m;
  std::vector<std::uint8_t> zone;
  for (std::size_t k = 0; k < ground.grid().cell_count(); ++k) {
    clutter_m.push_back(k % 121 > 70 ? 12.0F : 0.0F);
    zone.push_back(k / 121 > 70 ? 1 : 4);
  }
  const gis::Terrain terrain(ground.grid(), ground.ground_m(), clutter_m, zone);
  CHECK(compare(terrain, with_time_percent(10.0)).median_db < 0.15);
}

TEST_CASE("antennas at several heights of one mast get in one pass what each gets alone") {
  const gis::Terrain terrain = make_terrain(121, 100.0, hills_with_voids);
  const gis::WorkingCrs crs("EPSG:32648");
  for (const propagation::Model model : {propagation::Model::kP1812, propagation::Model::kItm}) {
    scenario::Options options = with_time_percent(50.0);
    options.propagation.settings.model = model;
    std::vector<Transmitter> antennas(3, one_transmitter().front());
    antennas[1].antenna_height_agl_m = 12.0;
    antennas[1].frequencies_mhz = {1842.5};
    antennas[1].carrier_range_m = {5000.0};
    antennas[2].antenna_height_agl_m = 60.0;
    REQUIRE(share_disc(antennas[0], antennas[1]));
    const DiscPathLoss discs = swept(terrain, crs, options);
    progress::Progress progress;
    const std::vector<StoredLosses> together = discs.compute(antennas, progress);
    for (std::size_t a = 0; a < antennas.size(); ++a) {
      const PathLossWindow found = unpacked(together[a]),
                           expected = unpacked(discs.compute(std::span(antennas).subspan(a, 1), progress).front());
      CHECK(same_bytes(found.departure_deg, expected.departure_deg));
      CHECK(found.crosses_void == expected.crosses_void);
      REQUIRE(found.loss_db.size() == expected.loss_db.size());
      for (std::size_t f = 0; f < found.loss_db.size(); ++f)
        CHECK(same_bytes(found.loss_db[f], expected.loss_db[f]));
    }
  }
}

TEST_CASE("one thread and two sweep the same losses") {
  const gis::Terrain terrain = make_terrain(121, 100.0, hilly_height_m);
  const gis::WorkingCrs crs("EPSG:32648");
  const scenario::Options options;
  const auto losses_with = [&](std::size_t threads) {
    const tbb::global_control control(tbb::global_control::max_allowed_parallelism, threads);
    std::vector<float> result = losses(swept(terrain, crs, options)).loss_db[0];
    std::ranges::replace_if(
        result, [](float loss_db) { return std::isnan(loss_db); }, 0.0F);
    return result;
  };
  CHECK(losses_with(1) == losses_with(2));
}
