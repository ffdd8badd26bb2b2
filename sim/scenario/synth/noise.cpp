#include "sim/scenario/synth/noise.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "sim/scenario/synth/random.h"

namespace phusong::synth {
namespace {

struct Direction {
  double x, y;
};

// Unit vectors as numbers, since a machine's own sine may round otherwise.
constexpr double kHalf = 0.70710678118654752;
constexpr double kCos = 0.92387953251128674, kSin = 0.38268343236508977;
constexpr std::array<Direction, 16> kDirections = {{{1, 0},
                                                    {kCos, kSin},
                                                    {kHalf, kHalf},
                                                    {kSin, kCos},
                                                    {0, 1},
                                                    {-kSin, kCos},
                                                    {-kHalf, kHalf},
                                                    {-kCos, kSin},
                                                    {-1, 0},
                                                    {-kCos, -kSin},
                                                    {-kHalf, -kHalf},
                                                    {-kSin, -kCos},
                                                    {0, -1},
                                                    {kSin, -kCos},
                                                    {kHalf, -kHalf},
                                                    {kCos, -kSin}}};

// Contribution of the lattice point (column, row), from which the point lies (dx, dy) away.
double slope(std::uint64_t seed, std::int64_t column, std::int64_t row, double dx, double dy) {
  const auto key = mix(seed ^ mix(static_cast<std::uint64_t>(column) ^ mix(static_cast<std::uint64_t>(row))));
  const Direction& direction = kDirections[key % kDirections.size()];
  return direction.x * dx + direction.y * dy;
}

// Perlin's improved fade: first and second derivative vanish at both ends.
double fade(double t) {
  return t * t * t * (t * (t * 6.0 - 15.0) + 10.0);
}

}  // namespace

double Noise::at(gis::MapPoint point) const {
  const double x = point.x_m / wavelength_m_, y = point.y_m / wavelength_m_;
  const double left = std::floor(x), below = std::floor(y);
  const double dx = x - left, dy = y - below;
  const auto column = static_cast<std::int64_t>(left), row = static_cast<std::int64_t>(below);
  const double u = fade(dx), v = fade(dy);
  const double lower = std::lerp(slope(seed_, column, row, dx, dy), slope(seed_, column + 1, row, dx - 1.0, dy), u);
  const double upper =
      std::lerp(slope(seed_, column, row + 1, dx, dy - 1.0), slope(seed_, column + 1, row + 1, dx - 1.0, dy - 1.0), u);
  return std::lerp(lower, upper, v);
}

Noise FractalNoise::octave(int number) const {
  return {mix(seed_ + static_cast<std::uint64_t>(number)), wavelength_m_ / static_cast<double>(1 << number)};
}

double FractalNoise::at(gis::MapPoint point) const {
  double sum = 0.0, weight = 1.0;
  for (int i = 0; i < octaves_; ++i) {
    sum += weight * octave(i).at(point);
    weight *= 0.5;
  }
  return sum;
}

double FractalNoise::ridged_at(gis::MapPoint point) const {
  double sum = 0.0, amplitude = 0.5, weight = 1.0;
  for (int i = 0; i < octaves_; ++i) {
    const double crest = 1.0 - std::min(1.0, 1.4 * std::abs(octave(i).at(point)));
    const double signal = crest * crest * weight;
    sum += amplitude * signal;
    weight = std::min(1.0, 2.0 * signal);
    amplitude *= 0.5;
  }
  return sum;
}

double smooth_step(double low, double high, double value) {
  const double t = std::clamp((value - low) / (high - low), 0.0, 1.0);
  return t * t * (3.0 - 2.0 * t);
}

}  // namespace phusong::synth
