#include "propagation/p2109/building_entry.h"

#include <cmath>
#include <stdexcept>
#include <string>

#include "propagation/normal.h"
#include "propagation/units.h"

namespace phusong::propagation::p2109 {
namespace {

// Table 1.
struct Coefficients {
  double r, s, t, u, v, w, x, y, z;
};
constexpr Coefficients kTraditional{12.64, 3.72, 0.96, 9.6, 2.0, 9.1, -3.0, 4.5, -2.0};
constexpr Coefficients kThermallyEfficient{28.19, -3.00, 8.48, 13.5, 3.8, 27.8, -2.9, 9.4, -2.1};

const Coefficients& coefficients_of(BuildingClass building_class) {
  switch (building_class) {
    case BuildingClass::kTraditional:
      return kTraditional;
    case BuildingClass::kThermallyEfficient:
      return kThermallyEfficient;
  }
  throw std::invalid_argument("unknown building class");
}

}  // namespace

std::optional<BuildingClass> building_class_from_name(std::string_view name) {
  if (name == "traditional") return BuildingClass::kTraditional;
  if (name == "thermally_efficient") return BuildingClass::kThermallyEfficient;
  return std::nullopt;
}

BuildingClass building_class_from_code(int code) {
  if (code < 1 || code > 2) throw std::invalid_argument("unknown building class " + std::to_string(code));
  return static_cast<BuildingClass>(code);
}

EntryLoss building_entry_loss(const Input& input) {
  constexpr double kC = -3.0;  // (4)
  const Coefficients& c = coefficients_of(input.building_class);
  const double log_f = std::log10(input.frequency_ghz);
  EntryLoss result{.median_horizontal_db = c.r + c.s * log_f + c.t * log_f * log_f,  // (9)
                   .elevation_db = 0.212 * std::abs(input.elevation_deg)};           // (10)
  result.mu1_db = result.median_horizontal_db + result.elevation_db;                 // (5)
  result.mu2_db = c.w + c.x * log_f;                                                 // (6)
  result.sigma1_db = c.u + c.v * log_f;                                              // (7)
  result.sigma2_db = c.y + c.z * log_f;                                              // (8)

  const double deviate = -inverse_complementary_normal(input.p_percent / 100.0);
  const double a_db = deviate * result.sigma1_db + result.mu1_db;  // (2)
  const double b_db = deviate * result.sigma2_db + result.mu2_db;  // (3)
  result.loss_db =
      db_from_power_ratio(power_ratio_from_db(a_db) + power_ratio_from_db(b_db) + power_ratio_from_db(kC));  // (1)

  check(kLimits[0], input.frequency_ghz, result.violations);
  check(kLimits[1], input.p_percent, result.violations);
  check(kLimits[2], input.elevation_deg, result.violations);
  return result;
}

}  // namespace phusong::propagation::p2109
