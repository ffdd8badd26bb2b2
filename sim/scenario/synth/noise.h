#pragma once

#include <cstdint>

#include "gis/coordinates.h"

namespace phusong::synth {

/// Smooth random field over the plane (Perlin's gradient noise), about −0.8 to 0.8 and 0 on average.
class Noise {
 public:
  Noise(std::uint64_t seed, double wavelength_m) : seed_(seed), wavelength_m_(wavelength_m) {}

  double at(gis::MapPoint point) const;

 private:
  std::uint64_t seed_;
  double wavelength_m_;
};

/// `octaves` fields, each of half the wavelength and half the weight of the one before; within about ±1.
class FractalNoise {
 public:
  FractalNoise(std::uint64_t seed, double wavelength_m, int octaves)
      : seed_(seed), wavelength_m_(wavelength_m), octaves_(octaves) {}

  double at(gis::MapPoint point) const;
  /// Sharp crests where a field passes zero, roughness growing with height (Musgrave's ridged multifractal);
  /// about 0 to 1.
  double ridged_at(gis::MapPoint point) const;

 private:
  std::uint64_t seed_;
  double wavelength_m_;
  int octaves_;

  Noise octave(int number) const;
};

/// 0 below `low`, 1 above `high`, a smooth step between.
double smooth_step(double low, double high, double value);

}  // namespace phusong::synth
