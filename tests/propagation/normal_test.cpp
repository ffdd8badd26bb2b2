#include "propagation/normal.h"

#include <doctest/doctest.h>

#include <cmath>

#include "tests/propagation/random_path.h"

using namespace phusong::propagation;

TEST_CASE("the inverse normal undoes the normal distribution far into both tails") {
  for (const double q : {1e-8, 1e-6, 0.001, 0.1, 0.5, 0.8, 0.999, 1.0 - 1e-8}) {
    CHECK(0.5 * std::erfc(inverse_complementary_normal(q) / std::sqrt(2.0)) == doctest::Approx(q).epsilon(1e-12));
  }
  CHECK(inverse_complementary_normal(0.05) == doctest::Approx(1.6448536269514722));
}

TEST_CASE("the approximate inverse normal is good to 4.5e-4 and odd about one half") {
  CHECK(rc::check([] {
    const double q = phusong::tests::random_number(1e-6, 0.5);
    RC_ASSERT(std::abs(approximate_inverse_complementary_normal(q) - inverse_complementary_normal(q)) < 4.6e-4);
    if (q < 0.5) {
      RC_ASSERT(std::abs(approximate_inverse_complementary_normal(q) +
                         approximate_inverse_complementary_normal(1.0 - q)) < 1e-9);
    }
  }));
  CHECK(std::abs(approximate_inverse_complementary_normal(0.5, kHastingsC0Itu)) < 1e-8);
}
