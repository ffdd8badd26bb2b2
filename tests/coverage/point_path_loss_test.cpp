#include "sim/coverage/point_path_loss.h"

#include <doctest/doctest.h>
#include <tbb/global_control.h>

#include <cmath>
#include <limits>

#include "sim/coverage/path_engine.h"
#include "tests/coverage/tiny_world.h"

using namespace phusong;
using namespace phusong::coverage;
using namespace phusong::tests;

namespace {

Transmitter two_bands() {
  return {.position = at(6023, 5941),
          .latitude_deg = 22.6,
          .antenna_height_agl_m = 35.0,
          .frequencies_mhz = {900.0, 2140.0},
          .carrier_range_m = {5000.0, 3000.0}};
}

/// From the mast to the north-east: near, within both ranges, within one, beyond both, off the terrain.
std::vector<ReceiverPoint> points() {
  std::vector<ReceiverPoint> result;
  for (const double offset_m : {100.0, 1500.0, 2500.0, 4000.0, 90'000.0})
    result.push_back({.position = at(6023 + offset_m, 5941 + offset_m), .latitude_deg = 22.6});
  return result;
}

}  // namespace

TEST_CASE("losses to points are those of each point's own path, as far as each frequency is followed") {
  const gis::Terrain terrain = hills();
  const scenario::Options options;
  const Transmitter mast = two_bands();
  const PointLosses losses = PointPathLoss(terrain, options).compute(mast, points(), progress::Progress());
  REQUIRE(losses.paths.size() == 3);
  CHECK(losses.paths[0].is_short);
  CHECK_FALSE(losses.paths[1].is_short);
  CHECK(std::isnan(losses.loss_db_of(2)[1]));
  PathEngine engine(terrain, options);
  for (std::size_t i = 0; i < 3; ++i) {
    CHECK(losses.paths[i].point == i);
    PathGeometry geometry;
    std::vector<double> expected_db(i < 2 ? 2 : 1);
    engine.evaluate({mast.position, 35.0, points()[i].position, 1.5, 22.6},
                    std::span(mast.frequencies_mhz).first(expected_db.size()), geometry, expected_db);
    CHECK(losses.paths[i].departure_deg == geometry.departure_deg);
    for (std::size_t f = 0; f < expected_db.size(); ++f)
      CHECK(losses.loss_db_of(i)[f] == expected_db[f]);
  }
}

TEST_CASE("a point off the terrain is left out and the others keep their numbers") {
  const gis::Terrain terrain = hills();
  const scenario::Options options;
  Transmitter mast = two_bands();
  mast.position = at(200, 200);
  const std::vector<ReceiverPoint> around = {{.position = at(-2000, 200), .latitude_deg = 22.6},
                                             {.position = at(1200, 200), .latitude_deg = 22.6}};
  const PointLosses losses = PointPathLoss(terrain, options).compute(mast, around, progress::Progress());
  REQUIRE(losses.paths.size() == 1);
  CHECK(losses.paths[0].point == 1);
  CHECK(losses.loss_db.size() == 2);
}

TEST_CASE("one thread and two give the same losses to many points") {
  const gis::Terrain terrain = hills();
  const scenario::Options options;
  std::vector<ReceiverPoint> many;
  for (int i = 0; i < 1000; ++i)
    many.push_back({.position = at(4500 + 2 * i, 5000 + (i * 37) % 1500), .latitude_deg = 22.6});
  const auto losses_with = [&](std::size_t threads) {
    const tbb::global_control control(tbb::global_control::max_allowed_parallelism, threads);
    return PointPathLoss(terrain, options).compute(two_bands(), many, progress::Progress()).loss_db;
  };
  CHECK(losses_with(1) == losses_with(2));
}
