#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "propagation/limit.h"

// ITU-R P.2109-1: building entry loss.
namespace phusong::propagation::p2109 {

enum class BuildingClass : std::uint8_t { kTraditional = 1, kThermallyEfficient = 2 };

/// "traditional", "thermally_efficient".
std::optional<BuildingClass> building_class_from_name(std::string_view name);
/// Throws std::invalid_argument for a number that names nothing.
BuildingClass building_class_from_code(int code);

inline constexpr std::array kLimits = {Limit{"frequency_ghz", 0.08, 100.0, "GHz"},
                                       Limit{"p_percent", 0.0, 100.0, "%", true},
                                       Limit{"elevation_deg", -90.0, 90.0, "°"}};

struct Input {
  double frequency_ghz = 0.0;
  BuildingClass building_class = BuildingClass::kTraditional;
  double p_percent = 50.0;     ///< share of places in which the loss is not exceeded
  double elevation_deg = 0.0;  ///< of the path at the façade
};

struct EntryLoss {
  double loss_db = 0.0;
  double median_horizontal_db = 0.0;  ///< L_h
  double elevation_db = 0.0;          ///< L_e
  double mu1_db = 0.0, mu2_db = 0.0, sigma1_db = 0.0, sigma2_db = 0.0;
  Violations violations;
};

/// Throws std::invalid_argument for an unknown class of building.
EntryLoss building_entry_loss(const Input& input);

}  // namespace phusong::propagation::p2109
