#include "propagation/sweep/itm_path.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>

#include "propagation/wide_code.h"

namespace phusong::propagation::sweep {
namespace {

/// The same tolerance as even_profile()'s.
constexpr double kEvenSteps = 1e-6;

/// Heights above a base at evenly spaced positions among equal steps.
struct Resampling {
  const double* ground_m;
  double base_m, first, step;
};

PHUSONG_WIDE_BODY void resample_wide(const Resampling from, std::size_t count, float* height_m) {
  struct Pair {
    double left_m, right_m;
  };
  constexpr int kAtOnce = 16;
  std::array<double, kAtOnce> beyond;
  std::array<int, kAtOnce> left;
  std::array<Pair, kAtOnce> pair;
  std::array<float, kAtOnce> found_m;
  const double last = static_cast<double>(count) - 1.0;
  for (std::size_t done = 0; done < count; done += kAtOnce) {
    const double before = static_cast<double>(done);
    for (int i = 0; i < kAtOnce; ++i) {  // the last one again instead of those beyond it
      const double at = before + static_cast<double>(i);
      const double position = from.first + (at < last ? at : last) * from.step;
      left[i] = static_cast<int>(position);
      beyond[i] = position - left[i];
    }
    for (int i = 0; i < kAtOnce; ++i)
      std::memcpy(&pair[i], from.ground_m + left[i], sizeof(Pair));
    for (int i = 0; i < kAtOnce; ++i)
      found_m[i] = static_cast<float>(pair[i].left_m - from.base_m + beyond[i] * (pair[i].right_m - pair[i].left_m));
    std::copy_n(found_m.begin(), std::min(std::size_t{kAtOnce}, count - done), height_m + done);
  }
}
void resample_even(const Resampling& from, std::size_t count, float* height_m) {
  resample_wide(from, count, height_m);
}
PHUSONG_AVX2 void resample_even_by_avx2(const Resampling& from, std::size_t count, float* height_m) {
  resample_wide(from, count, height_m);
}

}  // namespace

void ItmPath::start(const Ray& ray) {
  ray_ = &ray;
  const std::size_t samples = ray.distance_km.size();
  const double step_m = samples > 1 ? 1000.0 * ray.distance_km[1] : 0.0;
  if (step_m != ray_step_m_) summed_steps_m_.assign(1, 0.0);
  ray_step_m_ = step_m;
  last_ray_sample_ = intervals_ = 0;
  position_.resize(samples);
  sums_.resize(samples);
  height_m_ = ray.ground_m;
  for (std::size_t i = 0; i < samples; ++i) {
    position_[i] = static_cast<double>(i);
    add_to_sums(static_cast<int>(i));
  }
}

void ItmPath::put(int sample, double position, double height_m) {
  if (index(sample) >= position_.size()) {
    position_.resize(index(sample) + 1);
    height_m_.resize(index(sample) + 1);
    sums_.resize(index(sample) + 1);
  }
  position_[index(sample)] = position;
  height_m_[index(sample)] = height_m;
  add_to_sums(sample);
}

void ItmPath::add_to_sums(int sample) {
  const std::size_t i = index(sample);
  const Sums before = i > 0 ? sums_[i - 1] : Sums{};
  const double x = position_[i], z = height_m_[i];
  sums_[i] = {.x = before.x + x, .xx = before.xx + x * x, .z = before.z + z, .xz = before.xz + x * z};
}

void ItmPath::lift_own_samples() {
  const int of_ray = static_cast<int>(ray_->ground_m.size());
  for (int i = last_ray_sample_ + 1; i <= std::min(intervals_, of_ray - 1); ++i)
    put(i, i, ray_->ground_m[index(i)]);
}

void ItmPath::turn_to(const Receivers& receivers, std::size_t receiver) {
  lift_own_samples();
  const double distance_km = receivers.distance_km[receiver];
  const double last_step_km = distance_km - receivers.own_distance_km[kOwnSamples - 1][receiver];
  intervals_ = static_cast<int>(std::lround(distance_km / last_step_km));
  last_ray_sample_ = receivers.last_ray_sample[receiver];
  if (ray_step_m_ == 0.0) ray_step_m_ = 1000.0 * last_step_km;
  is_on_ray_ = std::abs(1000.0 * distance_km / ray_step_m_ - intervals_) < kEvenSteps;
  step_m_ = is_on_ray_ ? ray_step_m_ : 1000.0 * distance_km / intervals_;
  while (static_cast<int>(summed_steps_m_.size()) <= intervals_)
    summed_steps_m_.push_back(summed_steps_m_.back() + ray_step_m_);

  const double per_ray_step = 1000.0 / ray_step_m_;
  const int own = static_cast<int>(kOwnSamples);
  for (int k = 0; k < own; ++k) {
    const int sample = std::max(1, intervals_ - own + k);
    const double position = is_on_ray_ ? sample : receivers.own_distance_km[index(k)][receiver] * per_ray_step;
    const double ground_m = receivers.own_ground_m[index(k)][receiver];
    const int before = std::min(last_ray_sample_, sample - 1);
    // Void samples of the ray are left out before the first own one: the straight line stands in for them.
    if (k == 0) {
      for (int i = before + 1; i < sample; ++i) {
        const double share = static_cast<double>(i - before) / (sample - before);
        put(i, std::lerp(position_[index(before)], position, share),
            std::lerp(height_m_[index(before)], ground_m, share));
      }
    }
    put(sample, position, ground_m);
  }
  put(intervals_, is_on_ray_ ? intervals_ : distance_km * per_ray_step, receivers.ground_m[receiver]);
}

double ItmPath::from_tx_m(int sample) const {
  return is_on_ray_ ? summed_steps_m_[index(sample)] : position_[index(sample)] * ray_step_m_;
}

double ItmPath::from_rx_m(int sample) const {
  if (!is_on_ray_) return (position_[index(intervals_)] - position_[index(sample)]) * ray_step_m_;
  double distance_m = length_m();
  for (int i = 0; i < sample; ++i)
    distance_m -= step_m_;
  return distance_m;
}

double ItmPath::mean_height_m() const {
  const int tenth = static_cast<int>(0.1 * intervals_);
  const double before_m = tenth > 0 ? sums_[index(tenth - 1)].z : 0.0;
  return (sums_[index(intervals_ - tenth)].z - before_m) / (intervals_ - 2 * tenth + 1);
}

itm::Ends ItmPath::fitted_m(double first_position, double last_position) const {
  const auto [first, last] = stretch_between(intervals_, first_position, last_position);
  const std::size_t a = index(first), b = index(last);
  // Sums over the stretch with half of its end samples.
  const auto sum = [&](double Sums::*of, double at_a, double at_b) {
    return sums_[b].*of - sums_[a].*of + 0.5 * (at_a - at_b);
  };
  const double weight = last - first;
  const double x = sum(&Sums::x, position_[a], position_[b]) / weight;
  const double z = sum(&Sums::z, height_m_[a], height_m_[b]) / weight;
  const double xx = sum(&Sums::xx, position_[a] * position_[a], position_[b] * position_[b]) - weight * x * x;
  const double xz = sum(&Sums::xz, position_[a] * height_m_[a], position_[b] * height_m_[b]) - weight * x * z;
  const double slope = xz / xx;
  return {z - slope * x, z + slope * (position_[index(intervals_)] - x)};
}

void ItmPath::resample(double first_position, double last_position, std::span<float> height_m) const {
  const double scale = step_m_ / ray_step_m_;
  const double first = first_position * scale;
  const double step = (last_position - first_position) * scale / static_cast<double>(height_m.size() - 1);
  const auto on_ray = static_cast<std::size_t>(
      std::clamp(std::floor((last_ray_sample_ - first) / step), 0.0, static_cast<double>(height_m.size())));
  const double* const ground_m = height_m_.data();
  const double base_m = height_m_.front();  // single precision keeps more of a small number
  wider(resample_even, resample_even_by_avx2)({ground_m, base_m, first, step}, on_ray, height_m.data());
  std::size_t left = index(last_ray_sample_);
  for (std::size_t i = on_ray; i < height_m.size(); ++i) {
    const double position = first + static_cast<double>(i) * step;
    while (left > 0 && position_[left] > position)
      --left;
    while (left + 1 < index(intervals_) && position_[left + 1] <= position)
      ++left;
    const double share = (position - position_[left]) / (position_[left + 1] - position_[left]);
    height_m[i] = static_cast<float>(std::lerp(ground_m[left], ground_m[left + 1], share) - base_m);
  }
}

}  // namespace phusong::propagation::sweep
