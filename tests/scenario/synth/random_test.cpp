#include "sim/scenario/synth/random.h"

#include <doctest/doctest.h>

#include <cmath>

using namespace phusong::synth;

TEST_CASE("the numbers of a seed are the same on every machine") {
  // splitmix64 of 0, as published with the algorithm.
  CHECK(mix(0) == 0xe220a8397b1dcdafU);
  Random random(1, 1), again(1, 1);
  for (int i = 0; i < 100; ++i)
    CHECK(random.uniform() == again.uniform());
}

TEST_CASE("another seed and another stream draw other numbers") {
  const double drawn = Random(1, 1).uniform();
  CHECK(Random(2, 1).uniform() != drawn);
  CHECK(Random(1, 2).uniform() != drawn);
}

TEST_CASE("numbers stay inside their range and fill it") {
  Random random(3, 1);
  double least = 10.0, most = 0.0, sum = 0.0, squares = 0.0;
  for (int i = 0; i < 10000; ++i) {
    const double value = random.uniform(2.0, 5.0);
    least = std::min(least, value);
    most = std::max(most, value);
    CHECK(random.index(7) < 7);
    const double normal = random.normal();
    sum += normal;
    squares += normal * normal;
  }
  CHECK(least >= 2.0);
  CHECK(least < 2.01);
  CHECK(most < 5.0);
  CHECK(most > 4.99);
  CHECK(std::abs(sum / 10000.0) < 0.05);
  CHECK(squares / 10000.0 == doctest::Approx(1.0).epsilon(0.05));
}
