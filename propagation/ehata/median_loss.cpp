#include "propagation/ehata/median_loss.h"

#include <cmath>
#include <numbers>
#include <stdexcept>

namespace phusong::propagation::ehata {
namespace {

// y = a + b log x + c log² x.
struct LogParabola {
  double a, b, c;

  double at(double x) const {
    const double log_x = std::log10(x);
    return a + log_x * (b + c * log_x);
  }
};

struct Point {
  double x, y;
};

LogParabola parabola_through(const std::array<Point, 3>& points) {
  const auto& [p, q, r] = points;
  const double pq = std::log10(q.x / p.x), qr = std::log10(r.x / q.x), pr = std::log10(r.x / p.x);
  const double first = (q.y - p.y) / pq;
  const double second = ((r.y - q.y) / qr - first) / pr;
  const double log_p = std::log10(p.x), log_q = std::log10(q.x);
  return {.a = p.y - first * log_p + second * log_p * log_q, .b = first - second * (log_p + log_q), .c = second};
}

// Readings of Okumura's curves. Attenuation over free space against frequency in MHz at 1 km
const LogParabola kAttenuation1km = parabola_through({{{1500.0, 22.0}, {2000.0, 23.5}, {3000.0, 25.85}}});
// and at 100 km, fitted through 63.5, 65.75 and 69.5 dB at the same frequencies;
constexpr LogParabola kAttenuation100km{120.78129, -52.714929, 10.919011};
// how much less a suburb loses;
const LogParabola kSuburbanRelief = parabola_through({{{1500.0, 11.5}, {2000.0, 12.4}, {3000.0, 14.0}}});
// half the power of distance beyond 20 km against the base's height in m (Okumura, figure 12).
const LogParabola kHalfPower = parabola_through({{{24.5, 2.5}, {70.0, 3.0}, {200.0, 3.22}}});

// How much less open ground loses (Hata, Eq. 19).
constexpr LogParabola kOpenRelief{40.94, -18.33, 4.78};

constexpr double kReferenceBaseM = 200.0, kReferenceMobileM = 3.0;

double base_gain_db(double height_m) {
  return 13.82 * std::log10(height_m);
}

// a(h_m) of a large city (Hata, Eq. 16).
double mobile_gain_db(double height_m) {
  const double log_height = std::log10(11.75 * height_m);
  return 3.2 * log_height * log_height - 4.97;
}

// Loss of free space over the ray between two heights.
double free_space_db(double frequency_mhz, double distance_km, double height_difference_m) {
  constexpr double kPermeability = 4.0e-7 * std::numbers::pi, kPermittivity = 8.854e-12;
  const double speed_of_light = 1.0 / std::sqrt(kPermittivity * kPermeability);
  const double wave_number = 2.0e6 * std::numbers::pi * frequency_mhz / speed_of_light;
  return 20.0 * std::log10(2.0 * wave_number * std::hypot(1000.0 * distance_km, height_difference_m));
}

double urban_loss_db(const Input& input, Result& result) {
  const double base_m = result.base_effective_height_m;
  const double mobile_m = result.mobile_effective_height_m;
  const double distance_km = result.distance_km;
  result.attenuation_1km_db = kAttenuation1km.at(input.frequency_mhz);
  result.attenuation_100km_db = kAttenuation100km.at(input.frequency_mhz);

  // Powers of distance over free space: Hata's up to the breakpoint, Okumura's beyond it.
  const double near_slope_db = 44.9 - 6.55 * std::log10(base_m);
  const double near_power = 0.1 * near_slope_db - 2.0;
  const double far_power = 2.0 * (kHalfPower.at(base_m) - 1.0);
  result.breakpoint_km =
      std::pow(10.0, (2.0 * far_power + 0.1 * (result.attenuation_1km_db - result.attenuation_100km_db)) /
                         (far_power - near_power));

  const double heights_db = base_gain_db(kReferenceBaseM) - base_gain_db(base_m) + mobile_gain_db(kReferenceMobileM) -
                            mobile_gain_db(mobile_m);
  if (distance_km <= result.breakpoint_km) {
    return result.attenuation_1km_db + free_space_db(input.frequency_mhz, 1.0, kReferenceBaseM - kReferenceMobileM) +
           heights_db + near_slope_db * std::log10(distance_km);
  }
  return result.attenuation_100km_db + free_space_db(input.frequency_mhz, distance_km, base_m - mobile_m) + heights_db +
         10.0 * far_power * (std::log10(distance_km) - 2.0);
}

}  // namespace

double median_loss_db(const Input& input, Result& result) {
  const double urban_db = urban_loss_db(input, result);
  switch (input.environment) {
    case Environment::kUrban:
      return urban_db;
    case Environment::kSuburban:
      return urban_db - kSuburbanRelief.at(input.frequency_mhz);
    case Environment::kRural:
      return urban_db - kOpenRelief.at(input.frequency_mhz);
  }
  throw std::invalid_argument("unknown environment");
}

double location_deviation_db(double frequency_mhz, Environment environment) {
  // Through 7.1, 7.5 and 8.1 dB at 1500, 2000 and 3000 MHz.
  constexpr LogParabola kUrban{4.0976291, -1.2255656, 0.68350345};
  return kUrban.at(frequency_mhz) + (environment == Environment::kUrban ? 0.0 : 2.0);
}

}  // namespace phusong::propagation::ehata
