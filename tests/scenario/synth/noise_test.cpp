#include "sim/scenario/synth/noise.h"

#include <doctest/doctest.h>

#include <cmath>

using namespace phusong::synth;
using phusong::gis::MapPoint;

TEST_CASE("noise is zero at its lattice points and moves by little over a metre") {
  const Noise noise(5, 1000.0);
  CHECK(noise.at({3000.0, -2000.0}) == 0.0);
  for (double x_m = -2500.0; x_m < 2500.0; x_m += 37.0)
    CHECK(std::abs(noise.at({x_m, 0.3 * x_m}) - noise.at({x_m + 1.0, 0.3 * x_m})) < 0.005);
}

TEST_CASE("noise and ridges stay within their bounds") {
  const FractalNoise noise(6, 2000.0, 5);
  for (double x_m = 0.0; x_m < 40000.0; x_m += 211.0) {
    const MapPoint point{x_m, 7.0 + 1.3 * x_m};
    CHECK(std::abs(noise.at(point)) <= 1.5);
    CHECK(noise.ridged_at(point) >= 0.0);
    CHECK(noise.ridged_at(point) <= 1.0);
  }
}

TEST_CASE("a smooth step is flat at both ends and half way in the middle") {
  CHECK(smooth_step(2.0, 4.0, 1.0) == 0.0);
  CHECK(smooth_step(2.0, 4.0, 2.0) == 0.0);
  CHECK(smooth_step(2.0, 4.0, 3.0) == 0.5);
  CHECK(smooth_step(2.0, 4.0, 4.0) == 1.0);
  CHECK(smooth_step(2.0, 4.0, 9.0) == 1.0);
}
