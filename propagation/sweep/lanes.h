#pragma once

#include <Eigen/Core>
#include <cmath>
#include <numbers>

#include "propagation/independent_loop.h"

namespace phusong::propagation::sweep {

/// Receivers that are worked through together, one formula at a time: a few vector registers' worth, so that
/// latencies overlap and everything stays in the first-level cache. Their number is no property of the machine.
inline constexpr int kLanes = 64;
using Lanes = Eigen::Array<float, kLanes, 1>;
using DoubleLanes = Eigen::Array<double, kLanes, 1>;

/// a > b ? yes : no, lane by lane. Eigen's own select is not vectorised, this loop is.
template <typename Values>
Values where_greater(const Values& a, const Values& b, const Values& yes, const Values& no) {
  Values result;
  PHUSONG_INDEPENDENT_LOOP
  for (int l = 0; l < kLanes; ++l)
    result[l] = a[l] > b[l] ? yes[l] : no[l];
  return result;
}

inline Lanes filled(double value) {
  return Lanes::Constant(static_cast<float>(value));
}

/// Single precision of each lane. Eigen's own cast is not vectorised, nor is what is made of it.
inline Lanes floats(const DoubleLanes& values) {
  Lanes result;
  PHUSONG_INDEPENDENT_LOOP
  for (int l = 0; l < kLanes; ++l)
    result[l] = static_cast<float>(values[l]);
  return result;
}

/// Eigen vectorises log and exp, but neither log10, pow, cbrt, tanh nor atan: those are written in the two.
inline constexpr float kLog10OfE = std::numbers::log10e_v<float>;

inline Lanes log10_lanes(const Lanes& x) {
  return kLog10OfE * x.log();
}

/// arctan, Abramowitz & Stegun 4.4.49 (error 2e-8) with its argument brought into −1 … 1.
Lanes atan_lanes(const Lanes& x);

}  // namespace phusong::propagation::sweep
