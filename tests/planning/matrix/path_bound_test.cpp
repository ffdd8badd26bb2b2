#include "sim/planning/matrix/path_bound.h"

#include <doctest/doctest.h>

#include <cmath>

#include "tests/coverage/tiny_world.h"

using namespace phusong;
using namespace phusong::tests;
using planning::PathBound;

namespace {

/// P.1812 at the median of time, unless a test says otherwise.
scenario::Options options_with(double time_percent = 50.0) {
  scenario::Options options;
  options.propagation.settings.model = propagation::Model::kP1812;
  options.propagation.settings.time_percent = time_percent;
  return options;
}

coverage::PathEnds path(gis::MapPoint mast, gis::MapPoint receiver, double height_m = 30.0) {
  return {.mast = mast, .mast_height_m = height_m, .receiver = receiver, .receiver_height_m = height_m};
}

double at_least_db(const gis::Terrain& terrain, const scenario::Options& options, const coverage::PathEnds& ends) {
  PathBound bound(terrain, options);
  bound.turn_to(ends);
  return bound.at_least_db(900.0);
}

double free_space_db(const gis::Terrain& terrain, const scenario::Options& options, const coverage::PathEnds& ends) {
  return PathBound(terrain, options).free_space_db(ends, 900.0);
}

/// A wall of 1 cell, so many metres over flat ground, 3 km from the west.
gis::Terrain wall(float wall_m) {
  return make_terrain(121, 100.0,
                      [=](double x_m, double) { return std::abs(x_m - 3050.0) < 10.0 ? 100.0F + wall_m : 100.0F; });
}

}  // namespace

TEST_CASE("free space is bounded by less than it loses, 3 dB at the median of time and 10 dB elsewhere") {
  const gis::Terrain flat = flat_terrain();
  const auto ends = path(at(1000, 6000), at(11000, 6000));
  // 92.4 + 20 log(0.9 · 10)
  CHECK(free_space_db(flat, options_with(50.0), ends) == doctest::Approx(111.485 - 3.0).epsilon(1e-5));
  CHECK(free_space_db(flat, options_with(10.0), ends) == doctest::Approx(111.485 - 10.0).epsilon(1e-5));
}

TEST_CASE("the bound of free space stays finite where mast and receiver stand at one place") {
  const auto ends = path(at(1000, 6000), at(1000, 6000));
  // As at 1 m.
  CHECK(free_space_db(flat_terrain(), options_with(), ends) == doctest::Approx(31.485 - 3.0).epsilon(1e-4));
}

TEST_CASE("a clear path is bounded by free space") {
  const auto ends = path(at(1050, 6050), at(5050, 6050), 60.0);
  CHECK(at_least_db(flat_terrain(), options_with(), ends) ==
        doctest::Approx(free_space_db(flat_terrain(), options_with(), ends)).epsilon(1e-3));
}

TEST_CASE("a wall is bounded by the loss of its edge") {
  // An edge 100 m over the ray in the middle of 4 km: with 0.24 m of Earth ν = 7.77, J = 30.65 dB (P.526, 4.1), and
  // Bullington's correction for the rest adds (1 − e^(−J/6)) (10 + 0.02 · 4) = 10.02 dB (P.526, Eq. 22).
  const auto ends = path(at(1050, 6050), at(5050, 6050));
  const double extra_db =
      at_least_db(wall(130.0F), options_with(), ends) - free_space_db(wall(130.0F), options_with(), ends);
  CHECK(extra_db == doctest::Approx(30.65 + 10.02).epsilon(0.001));
}

TEST_CASE("the higher the wall the higher the bound") {
  const auto ends = path(at(1050, 6050), at(5050, 6050));
  double last_db = 0.0;
  for (const float wall_m : {20.0F, 40.0F, 80.0F, 160.0F, 320.0F}) {
    const double bound_db = at_least_db(wall(wall_m), options_with(), ends);
    CHECK(bound_db > last_db);
    last_db = bound_db;
  }
}

TEST_CASE("a wall is not looked at where the model does not rest on diffraction or an end is off the terrain") {
  const gis::Terrain walled = wall(130.0F);
  const auto ends = path(at(1050, 6050), at(5050, 6050)), off = path(at(1050, 6050), at(13050, 6050));
  CHECK(at_least_db(walled, options_with(10.0), ends) == free_space_db(walled, options_with(10.0), ends));
  CHECK(at_least_db(walled, options_with(), off) == free_space_db(walled, options_with(), off));
  scenario::Options other = options_with();
  other.propagation.settings.model = propagation::Model::kExtendedHata;
  CHECK(at_least_db(walled, other, ends) == free_space_db(walled, other, ends));
}

TEST_CASE("a path shorter than those that the model is asked for is bounded by free space") {
  const gis::Terrain walled = wall(130.0F);
  const auto shorter = path(at(2930, 6050), at(3179, 6050)), longer = path(at(2930, 6050), at(3181, 6050));
  CHECK(at_least_db(walled, options_with(), shorter) == free_space_db(walled, options_with(), shorter));
  CHECK(at_least_db(walled, options_with(), longer) > free_space_db(walled, options_with(), longer) + 10.0);
}

TEST_CASE("a bound forgets the path that it looked at before") {
  const gis::Terrain walled = wall(130.0F);
  const auto behind = path(at(1050, 6050), at(5050, 6050)), before = path(at(1050, 6050), at(2050, 6050), 60.0);
  PathBound bound(walled, options_with());
  bound.turn_to(behind);
  bound.turn_to(before);
  CHECK(bound.at_least_db(900.0) == at_least_db(walled, options_with(), before));
}
