#include "propagation/p838/rain.h"

#include <cmath>
#include <span>
#include <stdexcept>

#include "propagation/units.h"

namespace phusong::propagation::p838 {
namespace {

// A bell over log f.
struct Bell {
  double a, b, c;
};

// A sum of bells and a straight line over log f.
struct Fit {
  std::span<const Bell> bells;
  double m, c;

  double at(double log_f) const {
    double sum = m * log_f + c;
    for (const Bell& bell : bells) {
      const double offset = (log_f - bell.b) / bell.c;
      sum += bell.a * std::exp(-offset * offset);
    }
    return sum;
  }
};

// Tables 1 to 4: k and α for horizontal and vertical polarization.
constexpr std::array<Bell, 4> kKHBells = {{{-5.33980, -0.10008, 1.13098},
                                           {-0.35351, 1.26970, 0.45400},
                                           {-0.23789, 0.86036, 0.15354},
                                           {-0.94158, 0.64552, 0.16817}}};
constexpr std::array<Bell, 4> kKVBells = {{{-3.80595, 0.56934, 0.81061},
                                           {-3.44965, -0.22911, 0.51059},
                                           {-0.39902, 0.73042, 0.11899},
                                           {0.50167, 1.07319, 0.27195}}};
constexpr std::array<Bell, 5> kAlphaHBells = {{{-0.14318, 1.82442, -0.55187},
                                               {0.29591, 0.77564, 0.19822},
                                               {0.32177, 0.63773, 0.13164},
                                               {-5.37610, -0.96230, 1.47828},
                                               {16.1721, -3.29980, 3.43990}}};
constexpr std::array<Bell, 5> kAlphaVBells = {{{-0.07771, 2.33840, -0.76284},
                                               {0.56727, 0.95545, 0.54039},
                                               {-0.20238, 1.14520, 0.26809},
                                               {-48.2991, 0.791669, 0.116226},
                                               {48.5833, 0.791459, 0.116479}}};

constexpr Fit kLogKH{kKHBells, -0.18961, 0.71147};
constexpr Fit kLogKV{kKVBells, -0.16398, 0.63297};
constexpr Fit kAlphaH{kAlphaHBells, 0.67849, -1.95537};
constexpr Fit kAlphaV{kAlphaVBells, -0.053739, 0.83433};

}  // namespace

double tilt_deg_of(Polarization polarization) {
  switch (polarization) {
    case Polarization::kHorizontal:
      return 0.0;
    case Polarization::kVertical:
      return 90.0;
  }
  throw std::invalid_argument("unknown polarization");
}

double Coefficients::specific_attenuation_db_per_km(double rain_rate_mm_per_h) const {
  return k * std::pow(rain_rate_mm_per_h, alpha);
}

Coefficients coefficients(const Wave& wave) {
  const double log_f = std::log10(wave.frequency_ghz);
  const double k_h = std::pow(10.0, kLogKH.at(log_f));  // (2)
  const double k_v = std::pow(10.0, kLogKV.at(log_f));
  const double k_alpha_h = k_h * kAlphaH.at(log_f);  // (3)
  const double k_alpha_v = k_v * kAlphaV.at(log_f);

  const double cos_elevation = std::cos(radians_from_degrees(wave.elevation_deg));
  const double share = cos_elevation * cos_elevation * std::cos(radians_from_degrees(2.0 * wave.tilt_deg));
  const double k = 0.5 * (k_h + k_v + (k_h - k_v) * share);                                  // (4)
  const double alpha = 0.5 * (k_alpha_h + k_alpha_v + (k_alpha_h - k_alpha_v) * share) / k;  // (5)
  return {.k = k, .alpha = alpha};
}

}  // namespace phusong::propagation::p838
