#pragma once

#include <cstddef>
#include <vector>

namespace phusong::propagation::sweep {

/// Upper convex hull of points that arrive from left to right, as a stack: a point is pushed once and popped at
/// most once, so a step costs O(1) on average. Seen from a point to the right, elevations rise along the hull to
/// the tangent point and fall beyond it: the highest is found by search, not by looking at every point.
class UpperHull {
 public:
  /// Empties the hull and makes room for as many points as will be pushed.
  void start(std::size_t points) {
    if (vertices_.size() < points) vertices_.resize(points);
    size_ = 0;
  }

  /// `x` is greater than that of all points before; of points on one straight line only the ends stay.
  void push(double x, double y, int sample) {
    while (size_ > 1 && y >= vertices_[size_ - 1].line_at(x))
      --size_;
    Vertex& vertex = vertices_[size_];
    vertex = {.x = x, .y = y, .sample = sample};
    if (size_ > 0) {
      const Vertex& before = vertices_[size_ - 1];
      vertex.slope = (y - before.y) / (x - before.x);
      vertex.intercept = y - vertex.slope * x;
    }
    ++size_;
  }

  /// Position in the stack of the point of highest elevation (dy/dx towards the left) seen from (x, y), which is
  /// to the right of all points; of equal ones the nearest. The hull is not empty.
  std::size_t tangent_from(double x, double y) const {
    // A point above the line through a vertex and the one before it sees the one before over the vertex.
    return last_kept([&](const Vertex& vertex) { return y > vertex.line_at(x); });
  }

  /// Position of the point that stands highest above a line of this slope. The hull is not empty.
  std::size_t furthest_above(double slope) const {
    return last_kept([&](const Vertex& vertex) { return vertex.slope < slope; });
  }

  std::size_t size() const { return size_; }
  double x(std::size_t position) const { return vertices_[position].x; }
  double y(std::size_t position) const { return vertices_[position].y; }
  /// Of the line from the vertex before; the first has none.
  double slope(std::size_t position) const { return vertices_[position].slope; }
  int sample(std::size_t position) const { return vertices_[position].sample; }

 private:
  struct Vertex {
    double x = 0.0, y = 0.0;
    double slope = 0.0, intercept = 0.0;  ///< of the line from the vertex before; none for the first
    int sample = 0;

    double line_at(double at) const { return intercept + slope * at; }
  };

  /// The vertex reached by going left from the top for as long as `goes_left` holds; it holds for all vertices to
  /// the right of any for which it holds. Strides double from the top, where the answer mostly is, then halve.
  template <typename GoesLeft>
  std::size_t last_kept(GoesLeft goes_left) const {
    std::size_t right = size_;  // goes_left holds from here on
    std::size_t left = right - 1;
    for (std::size_t stride = 1; left > 0 && goes_left(vertices_[left]); stride *= 2) {
      right = left;
      left = left > stride ? left - stride : 0;
    }
    while (right - left > 1) {
      const std::size_t middle = left + (right - left) / 2;
      (goes_left(vertices_[middle]) ? right : left) = middle;
    }
    return left;
  }

  std::vector<Vertex> vertices_;  ///< the first size_ of them are the hull
  std::size_t size_ = 0;
};

}  // namespace phusong::propagation::sweep
