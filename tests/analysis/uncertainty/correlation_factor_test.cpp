#include "sim/analysis/uncertainty/correlation_factor.h"

#include <doctest/doctest.h>

#include <array>
#include <cmath>

using namespace phusong;

namespace {

double product(const analysis::LowerTriangle& factor, std::size_t a, std::size_t b) {
  double sum = 0.0;
  for (std::size_t k = 0; k <= std::min(a, b); ++k)
    sum += factor.at(a, k) * factor.at(b, k);
  return sum;
}

}  // namespace

TEST_CASE("the factor times itself is the correlation, with places that come twice and places close together") {
  const std::array<gis::MapPoint, 6> points = {{{0, 0}, {30, 40}, {0, 0}, {30.01, 40}, {-200, 10}, {30, 40}}};
  for (const double correlation_m : {1.0, 50.0, 10000.0}) {
    const analysis::LowerTriangle factor = analysis::correlation_factor(points, correlation_m);
    for (std::size_t a = 0; a < points.size(); ++a) {
      for (std::size_t b = 0; b <= a; ++b) {
        const double expected = std::exp(-gis::distance_m(points[a], points[b]) / correlation_m);
        CHECK(product(factor, a, b) == doctest::Approx(expected).epsilon(1e-9));
      }
    }
  }
}

TEST_CASE("without a correlation every point is by itself") {
  const std::array<gis::MapPoint, 3> points = {{{0, 0}, {1, 0}, {0, 0}}};
  const analysis::LowerTriangle factor = analysis::correlation_factor(points, 0.0);
  for (std::size_t a = 0; a < points.size(); ++a) {
    for (std::size_t b = 0; b <= a; ++b)
      CHECK(factor.at(a, b) == (a == b ? 1.0 : 0.0));
  }
}
