#include "sim/analysis/uncertainty/correlation_factor.h"

#include <cmath>

namespace phusong::analysis {
namespace {

double correlation(gis::MapPoint a, gis::MapPoint b, double correlation_m) {
  return std::exp(-gis::distance_m(a, b) / correlation_m);
}

double product_of_rows(const LowerTriangle& factor, std::size_t a, std::size_t b, std::size_t columns) {
  double sum = 0.0;
  for (std::size_t k = 0; k < columns; ++k)
    sum += factor.at(a, k) * factor.at(b, k);
  return sum;
}

}  // namespace

LowerTriangle correlation_factor(std::span<const gis::MapPoint> points, double correlation_m) {
  // A pivot as small as this is that of a place that comes twice: rounding leaves some 1e-16, two points a millimetre
  // apart at the greatest correlation_m of 10 km 2e-7.
  constexpr double kNoPivot = 1e-9;
  LowerTriangle factor(points.size());
  for (std::size_t column = 0; column < points.size(); ++column) {
    const double pivot = 1.0 - product_of_rows(factor, column, column, column);
    const double root = pivot > kNoPivot ? std::sqrt(pivot) : 0.0;
    factor.at(column, column) = root;
    if (root == 0.0 || correlation_m <= 0.0) continue;
    for (std::size_t row = column + 1; row < points.size(); ++row) {
      const double rest =
          correlation(points[row], points[column], correlation_m) - product_of_rows(factor, row, column, column);
      factor.at(row, column) = rest / root;
    }
  }
  return factor;
}

}  // namespace phusong::analysis
