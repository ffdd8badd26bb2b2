#include "propagation/p1812/even_extremes.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <limits>

#include "propagation/p1812/even_geometry.h"
#include "propagation/wide_code.h"

namespace phusong::propagation::p1812 {
namespace {

using Four [[gnu::vector_size(32)]] = double;

PHUSONG_WIDE_BODY Four four_from(const double* values) {
  Four four;
  std::memcpy(&four, values, sizeof(Four));
  return four;
}
/// Backwards: values[3], values[2], …
PHUSONG_WIDE_BODY Four four_back_from(const double* values) {
  const Four four = four_from(values);
  return Four{four[3], four[2], four[1], four[0]};
}

/// A sample, or four: its ground, how many intervals it is from the ends, and their reciprocals.
template <class Value>
struct Sample {
  Value ground_m, i, j, per_i, per_j;
};

/// The extremes of one sample, or of four, as they grow.
template <class Value>
struct Running {
  Value ground_sum_m{}, ground_moment{};
  Value tx_slope, rx_slope, over_ray_m, tx_angle, rx_angle, nu_squared;

  PHUSONG_WIDE_BODY explicit Running(double least) {
    const Value start = Value{} + least;
    tx_slope = rx_slope = over_ray_m = tx_angle = rx_angle = nu_squared = start;
  }

  PHUSONG_WIDE_BODY static void raise(Value& largest, const Value& value) {
    largest = value > largest ? value : largest;
  }

  PHUSONG_WIDE_BODY void add(const Sample<Value>& at, const EvenRay& ray, double ray_slope) {
    const Value over_tx_m = at.ground_m - ray.tx_height_m;
    const Value from_tx = over_tx_m * at.per_i, from_rx = (at.ground_m - ray.rx_height_m) * at.per_j;
    const Value over_flat_m = over_tx_m - ray_slope * at.i;
    const Value over_m = over_flat_m + ray.bulge_m * at.i * at.j;
    const Value size_m = over_m < 0.0 ? -over_m : over_m;
    ground_sum_m += at.ground_m;
    ground_moment += at.i * at.ground_m;
    raise(tx_angle, from_tx);
    raise(rx_angle, from_rx);
    raise(tx_slope, from_tx - ray.bulge_m * at.i);
    raise(rx_slope, from_rx - ray.bulge_m * at.j);
    raise(over_ray_m, over_flat_m);
    raise(nu_squared, over_m * size_m * (at.per_i * at.per_j));
  }
};

double largest_of(const Four& four) {
  return std::max({four[0], four[1], four[2], four[3]});
}
double sum_of(const Four& four) {
  return (four[0] + four[1]) + (four[2] + four[3]);
}

/// `per`: the reciprocals of the whole numbers.
PHUSONG_WIDE_BODY void find_wide(const double* ground_m, std::size_t n, const EvenRay& ray, const double* per,
                                 EvenExtremes& found) {
  constexpr double kLeast = -std::numeric_limits<double>::infinity();
  const double count = static_cast<double>(n);
  const double ray_slope = (ray.rx_height_m - ray.tx_height_m) / count;
  Running<Four> fours(kLeast);
  Running<double> rest(kLeast);
  Four i = {1.0, 2.0, 3.0, 4.0};
  std::size_t k = 1;
  for (; k + 4 <= n; k += 4, i += 4.0) {
    fours.add({four_from(ground_m + k), i, count - i, four_from(per + k), four_back_from(per + n - k - 3)}, ray,
              ray_slope);
  }
  for (; k < n; ++k) {
    const double at = static_cast<double>(k);
    rest.add({ground_m[k], at, count - at, per[k], per[n - k]}, ray, ray_slope);
  }
  found.ground_sum_m = sum_of(fours.ground_sum_m) + rest.ground_sum_m;
  found.ground_moment = sum_of(fours.ground_moment) + rest.ground_moment;
  found.tx_slope = std::max(largest_of(fours.tx_slope), rest.tx_slope);
  found.rx_slope = std::max(largest_of(fours.rx_slope), rest.rx_slope);
  found.over_ray_m = std::max(largest_of(fours.over_ray_m), rest.over_ray_m);
  found.tx_angle = std::max(largest_of(fours.tx_angle), rest.tx_angle);
  found.rx_angle = std::max(largest_of(fours.rx_angle), rest.rx_angle);
  found.nu_squared = std::max(largest_of(fours.nu_squared), rest.nu_squared);
}
void find_plain(const double* ground_m, std::size_t n, const EvenRay& ray, const double* per, EvenExtremes& found) {
  find_wide(ground_m, n, ray, per, found);
}
PHUSONG_AVX2 void find_by_avx2(const double* ground_m, std::size_t n, const EvenRay& ray, const double* per,
                               EvenExtremes& found) {
  find_wide(ground_m, n, ray, per, found);
}

PHUSONG_WIDE_BODY double rise_wide(const double* ground_m, std::size_t first, std::size_t last, double base_m,
                                   double slope_m) {
  double largest_m = -std::numeric_limits<double>::infinity();
  std::size_t k = first;
  if (last - first >= 8) {
    const double begin = static_cast<double>(first);
    Four i = {begin, begin + 1.0, begin + 2.0, begin + 3.0};
    Four largest = Four{} + largest_m;
    for (; k + 4 <= last + 1; k += 4, i += 4.0) {
      const Four over_m = four_from(ground_m + k) - (base_m + slope_m * i);
      largest = over_m > largest ? over_m : largest;
    }
    largest_m = largest_of(largest);
  }
  for (; k <= last; ++k)
    largest_m = std::max(largest_m, ground_m[k] - (base_m + slope_m * static_cast<double>(k)));
  return largest_m;
}
double rise_plain(const double* ground_m, std::size_t first, std::size_t last, double base_m, double slope_m) {
  return rise_wide(ground_m, first, last, base_m, slope_m);
}
PHUSONG_AVX2 double rise_by_avx2(const double* ground_m, std::size_t first, std::size_t last, double base_m,
                                 double slope_m) {
  return rise_wide(ground_m, first, last, base_m, slope_m);
}

/// A horizon that is looked for: from an antenna on, the first sample of this slope, which is before `end`.
struct HorizonSearch {
  double height_m, bulge_m, slope;
  std::size_t end;
};

PHUSONG_WIDE_BODY bool has(const Four& values, double wanted) {
  const auto is_equal = values == wanted;
  return (is_equal[0] | is_equal[1] | is_equal[2] | is_equal[3]) != 0;
}

/// `ends_m`: the antenna's sample; those after it lie before it in memory where the search goes backwards.
template <bool kBackwards>
PHUSONG_WIDE_BODY std::size_t horizon_wide(const double* ends_m, const HorizonSearch& search, const double* per) {
  std::size_t k = 1;
  Four i = {1.0, 2.0, 3.0, 4.0};
  for (; k + 4 <= search.end; k += 4, i += 4.0) {
    const Four ground_m = kBackwards ? four_back_from(ends_m - k - 3) : four_from(ends_m + k);
    if (has((ground_m - search.height_m) * four_from(per + k) - search.bulge_m * i, search.slope)) break;
  }
  for (; k + 1 < search.end; ++k) {
    const double ground_m = kBackwards ? *(ends_m - k) : ends_m[k];
    if ((ground_m - search.height_m) * per[k] - search.bulge_m * static_cast<double>(k) == search.slope) break;
  }
  return k;
}
std::size_t horizon_ahead(const double* ends_m, const HorizonSearch& search, const double* per) {
  return horizon_wide<false>(ends_m, search, per);
}
PHUSONG_AVX2 std::size_t horizon_ahead_by_avx2(const double* ends_m, const HorizonSearch& search, const double* per) {
  return horizon_wide<false>(ends_m, search, per);
}
std::size_t horizon_behind(const double* ends_m, const HorizonSearch& search, const double* per) {
  return horizon_wide<true>(ends_m, search, per);
}
PHUSONG_AVX2 std::size_t horizon_behind_by_avx2(const double* ends_m, const HorizonSearch& search, const double* per) {
  return horizon_wide<true>(ends_m, search, per);
}

const std::array<double, kMostIntervals + 4>& reciprocals() {
  static const auto kTable = [] {
    std::array<double, kMostIntervals + 4> values{};
    for (std::size_t i = 1; i < values.size(); ++i)
      values[i] = 1.0 / static_cast<double>(i);
    return values;
  }();
  return kTable;
}

}  // namespace

EvenExtremes even_extremes(std::span<const double> ground_m, const EvenRay& ray) {
  EvenExtremes found;
  wider(find_plain, find_by_avx2)(ground_m.data(), ground_m.size() - 1, ray, reciprocals().data(), found);
  return found;
}

std::size_t tx_horizon(std::span<const double> ground_m, const EvenRay& ray, const EvenExtremes& extremes) {
  const HorizonSearch search{ray.tx_height_m, ray.bulge_m, extremes.tx_slope, ground_m.size() - 1};
  return wider(horizon_ahead, horizon_ahead_by_avx2)(&ground_m.front(), search, reciprocals().data());
}

std::size_t rx_horizon(std::span<const double> ground_m, const EvenRay& ray, const EvenExtremes& extremes) {
  const std::size_t n = ground_m.size() - 1;
  const HorizonSearch search{ray.rx_height_m, ray.bulge_m, extremes.rx_slope, n};
  return n - wider(horizon_behind, horizon_behind_by_avx2)(&ground_m.back(), search, reciprocals().data());
}

std::size_t bullington_point(std::span<const double> ground_m, const EvenRay& ray, const EvenExtremes& extremes) {
  const auto& per = reciprocals();
  const std::size_t n = ground_m.size() - 1;
  const double ray_slope = (ray.rx_height_m - ray.tx_height_m) / static_cast<double>(n);
  const auto nu_squared = [&](std::size_t k) {
    const double i = static_cast<double>(k), j = static_cast<double>(n) - i;
    const double over_m = ground_m[k] - ray.tx_height_m - ray_slope * i + ray.bulge_m * i * j;
    return over_m * std::abs(over_m) * (per[k] * per[n - k]);
  };
  std::size_t k = n - 1;
  while (k > 1 && nu_squared(k) != extremes.nu_squared)
    --k;
  return k;
}

double largest_rise_m(std::span<const double> ground_m, std::size_t first, std::size_t last, double base_m,
                      double slope_m) {
  if (last < first) return -std::numeric_limits<double>::infinity();
  return wider(rise_plain, rise_by_avx2)(ground_m.data(), first, last, base_m, slope_m);
}

}  // namespace phusong::propagation::p1812
