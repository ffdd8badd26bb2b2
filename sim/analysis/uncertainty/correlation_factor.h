#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "gis/coordinates.h"

namespace phusong::analysis {

/// A lower triangular matrix by rows: row i has i + 1 entries.
class LowerTriangle {
 public:
  explicit LowerTriangle(std::size_t size) : size_(size), entries_(size * (size + 1) / 2) {}

  std::size_t size() const { return size_; }
  double& at(std::size_t row, std::size_t column) { return entries_[row * (row + 1) / 2 + column]; }
  double at(std::size_t row, std::size_t column) const { return entries_[row * (row + 1) / 2 + column]; }

 private:
  std::size_t size_;
  std::vector<double> entries_;
};

/// Cholesky factor F of the correlation exp(−d / correlation_m) of points at distances d from each other: F z has that
/// correlation where the values of z are independent. Points at one place, where the matrix is singular, get the same
/// row; correlation 0 m gives the identity, places that coincide included.
LowerTriangle correlation_factor(std::span<const gis::MapPoint> points, double correlation_m);

}  // namespace phusong::analysis
