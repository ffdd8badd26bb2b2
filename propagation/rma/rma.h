#pragma once

#include <array>

#include "propagation/limit.h"
#include "propagation/profile.h"

// 3GPP TR 38.901, table 7.4.1-1: rural macro cells.
namespace phusong::propagation::rma {

/// What the cell's surroundings are like.
struct Surroundings {
  double building_height_m = 5.0;  ///< h, mean
  double street_width_m = 20.0;    ///< W, mean
};

struct Input {
  double frequency_mhz = 0.0;
  double distance_m = 0.0;         ///< d_2D, on the ground
  double distance_3d_m = 0.0;      ///< d_3D, between the antennas
  double base_height_m = 35.0;     ///< h_BS, above its ground
  double terminal_height_m = 1.5;  ///< h_UT, above its ground
  Surroundings surroundings;
  bool line_of_sight = true;
};

inline constexpr Limit kFrequency{"frequency_mhz", 500.0, 30000.0, "MHz"};
inline constexpr Limit kSightDistance{"distance_m", 10.0, 10000.0, "m"};
inline constexpr Limit kNoSightDistance{"distance_without_sight_m", 10.0, 5000.0, "m"};
inline constexpr Limit kBaseHeight{"tx_height_m", 10.0, 150.0, "m"};
inline constexpr Limit kTerminalHeight{"rx_height_m", 1.0, 10.0, "m"};
inline constexpr Limit kBuildingHeight{"building_height_m", 5.0, 50.0, "m"};
inline constexpr Limit kStreetWidth{"street_width_m", 5.0, 50.0, "m"};
inline constexpr std::array kLimits = {kFrequency,      kSightDistance,  kNoSightDistance, kBaseHeight,
                                       kTerminalHeight, kBuildingHeight, kStreetWidth};

struct MedianLoss {
  double loss_db = 0.0;
  double line_of_sight_db = 0.0;
  double breakpoint_m = 0.0;  ///< d_BP
  bool line_of_sight = true;
  Violations violations;
};

MedianLoss median_loss(const Input& input);

/// The table knows no terrain. Over a profile the row for line of sight holds where the straight ray over the median
/// effective Earth passes above every point between the antennas, ground with its clutter, and the row without line of
/// sight elsewhere. Heights are those above ground, the slant distance is that between the antennas.
struct ProfileInput {
  Profile profile;
  double tx_height_m = 0.0;
  double rx_height_m = 0.0;
  double frequency_mhz = 0.0;
  double delta_n = 46.0;  ///< ΔN of the effective Earth, N-units/km
  Surroundings surroundings;
};

MedianLoss median_loss(const ProfileInput& input);

bool has_line_of_sight(const ProfileInput& input);

}  // namespace phusong::propagation::rma
