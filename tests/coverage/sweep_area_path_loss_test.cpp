#include "sim/coverage/sweep_area_path_loss.h"

#include <doctest/doctest.h>
#include <tbb/global_control.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>

#include "sim/coverage/area_engine.h"
#include "sim/coverage/exact_area_path_loss.h"
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

PathLossWindow losses(AreaPathLoss& engine, const gis::GridWindow& window = kWhole) {
  const auto transmitters = one_transmitter();
  progress::Progress progress;
  engine.prepare(transmitters, window, progress);
  PathLossWindow result;
  engine.compute(transmitters.front(), window, result);
  return result;
}

struct Agreement {
  double median_db = 0.0, largest_db = 0.0;
};

/// Checks that both have values in the same cells and flag the same voids.
Agreement compare(const gis::Terrain& terrain, const scenario::Options& options) {
  const gis::WorkingCrs crs("EPSG:32648");
  SweepAreaPathLoss sweep(terrain, crs, options);
  ExactAreaPathLoss exact(terrain, crs, options);
  const PathLossWindow swept = losses(sweep), expected = losses(exact);
  std::vector<double> deviations_db;
  std::size_t unlike_flags = 0;
  for (std::size_t k = 0; k < kWhole.cell_count(); ++k) {
    REQUIRE(std::isnan(swept.departure_deg[k]) == std::isnan(expected.departure_deg[k]));
    if (swept.crosses_void[k] != expected.crosses_void[k]) ++unlike_flags;
    for (std::size_t f = 0; f < 2; ++f) {
      REQUIRE(std::isnan(swept.loss_db[f][k]) == std::isnan(expected.loss_db[f][k]));
      if (!std::isnan(swept.loss_db[f][k]))
        deviations_db.push_back(std::abs(double{swept.loss_db[f][k]} - double{expected.loss_db[f][k]}));
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
  const gis::WorkingCrs crs("EPSG:32648");
  const gis::Terrain terrain = flat_terrain();
  CHECK(dynamic_cast<SweepAreaPathLoss*>(make_area_path_loss(terrain, crs, options).get()) != nullptr);
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

TEST_CASE("a part of the area has the losses of the whole") {
  const gis::Terrain terrain = make_terrain(121, 100.0, hills_with_voids);
  const gis::WorkingCrs crs("EPSG:32648");
  const scenario::Options options;
  SweepAreaPathLoss engine(terrain, crs, options);
  const PathLossWindow whole = losses(engine);
  const gis::GridWindow window{.first_column = 64, .first_row = 32, .columns = 32, .rows = 40};
  const PathLossWindow part = losses(engine, window);
  for (int row = 0; row < window.rows; ++row) {
    for (int column = 0; column < window.columns; ++column) {
      const float expected = whole.loss_db[0][terrain.grid().index(64 + column, 32 + row)];
      const float found = part.loss_db[0][static_cast<std::size_t>(row * window.columns + column)];
      CHECK((found == expected || (std::isnan(found) && std::isnan(expected))));
    }
  }
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
    SweepAreaPathLoss together(terrain, crs, options);
    progress::Progress progress;
    together.prepare(antennas, kWhole, progress);
    for (const Transmitter& antenna : antennas) {
      SweepAreaPathLoss alone(terrain, crs, options);
      alone.prepare({&antenna, 1}, kWhole, progress);
      PathLossWindow swept, expected;
      together.compute(antenna, kWhole, swept);
      alone.compute(antenna, kWhole, expected);
      CHECK(same_bytes(swept.departure_deg, expected.departure_deg));
      CHECK(swept.crosses_void == expected.crosses_void);
      REQUIRE(swept.loss_db.size() == expected.loss_db.size());
      for (std::size_t f = 0; f < swept.loss_db.size(); ++f)
        CHECK(same_bytes(swept.loss_db[f], expected.loss_db[f]));
    }
  }
}

TEST_CASE("one thread and two sweep the same losses") {
  const gis::Terrain terrain = make_terrain(121, 100.0, hilly_height_m);
  const gis::WorkingCrs crs("EPSG:32648");
  const scenario::Options options;
  const auto losses_with = [&](std::size_t threads) {
    const tbb::global_control control(tbb::global_control::max_allowed_parallelism, threads);
    SweepAreaPathLoss engine(terrain, crs, options);
    std::vector<float> result = losses(engine).loss_db[0];
    std::ranges::replace_if(
        result, [](float loss_db) { return std::isnan(loss_db); }, 0.0F);
    return result;
  };
  CHECK(losses_with(1) == losses_with(2));
}

TEST_CASE("a map that would take too much memory is made in parts of whole tiles") {
  const gis::Terrain terrain = flat_terrain();
  const gis::WorkingCrs crs("EPSG:32648");
  const scenario::Options options;
  const SweepAreaPathLoss engine(terrain, crs, options);
  const auto transmitters = one_transmitter();
  const std::size_t whole_bytes = engine.bytes_for(transmitters, kWhole);
  const GridParts one = parts_within(terrain.grid(), engine, transmitters, 32, whole_bytes, 0);
  CHECK(one.windows.size() == 1);
  CHECK(one.discs == Discs::kWhole);
  const GridParts squares = parts_within(terrain.grid(), engine, transmitters, 32, whole_bytes / 2, whole_bytes / 3);
  CHECK(squares.windows.size() == 4);
  CHECK(squares.discs == Discs::kCut);
  std::size_t cells = 0;
  for (const gis::GridWindow& part : squares.windows)
    cells += part.cell_count();
  CHECK(cells == kWhole.cell_count());
}

TEST_CASE("strips hold discs whole, compute each once, and let go of those behind them") {
  const gis::Terrain terrain = make_terrain(121, 100.0, hills_with_voids);
  const gis::WorkingCrs crs("EPSG:32648");
  const scenario::Options options;
  std::vector<Transmitter> transmitters(2, one_transmitter().front());
  for (std::size_t i = 0; i < 2; ++i) {
    transmitters[i].position = terrain.grid().centre_of(60, i == 0 ? 20 : 100);
    transmitters[i].carrier_range_m = {1500.0};
  }
  SweepAreaPathLoss engine(terrain, crs, options);
  const gis::GridWindow whole{.columns = 121, .rows = 121};
  const std::size_t both = engine.bytes_for(transmitters, whole, Discs::kWhole);
  const GridParts parts = parts_within(terrain.grid(), engine, transmitters, 32, both / 2, 0);
  REQUIRE(parts.windows.size() > 1);
  REQUIRE(parts.discs == Discs::kWhole);
  SweepAreaPathLoss at_once(terrain, crs, options);
  progress::Progress progress;
  at_once.prepare(transmitters, whole, progress);
  engine.prepare(transmitters, {}, progress, Discs::kWhole);
  for (const gis::GridWindow& strip : parts.windows) {
    CHECK(engine.bytes_for(transmitters, strip, Discs::kWhole) <= both / 2);
    engine.move_on(strip, progress, Discs::kWhole);
    for (const Transmitter& transmitter : transmitters) {
      PathLossWindow found, expected;
      engine.compute(transmitter, strip, found);
      at_once.compute(transmitter, strip, expected);
      for (std::size_t k = 0; k < strip.cell_count(); ++k) {
        const float loss_db = found.loss_db[0][k], wanted_db = expected.loss_db[0][k];
        CHECK((loss_db == wanted_db || (std::isnan(loss_db) && std::isnan(wanted_db))));
      }
    }
  }
}
