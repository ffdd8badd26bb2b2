#pragma once

#include <array>
#include <cstdint>

#include "propagation/limit.h"
#include "propagation/profile.h"

// The ITS Irregular Terrain Model (Longley-Rice), version 1.4.
//
// Sources, as they are cited beside the formulas:
//   Algorithm   G. Hufford, "The ITS Irregular Terrain Model, version 1.2.2: The Algorithm"
//   TN101       Rice, Longley, Norton, Barsis, NBS Technical Note 101
//   ERL 79      Longley and Rice, ESSA Technical Report ERL 79-ITS 67
//   Guide       Hufford, Longley, Kissick, "A guide to the use of the ITS Irregular Terrain Model", NTIA 82-100
//   Vogler      L. Vogler, "Smooth earth diffraction calculations for horizontal polarization", 1964
namespace phusong::propagation::itm {

/// A value for each end of the path: transmitter, receiver.
using Ends = std::array<double, 2>;

enum class Climate : std::uint8_t {
  kEquatorial = 1,
  kContinentalSubtropical = 2,
  kMaritimeSubtropical = 3,
  kDesert = 4,
  kContinentalTemperate = 5,
  kMaritimeTemperateOverLand = 6,
  kMaritimeTemperateOverSea = 7
};

/// How the antenna's place was chosen (area mode).
enum class Siting : std::uint8_t { kRandom = 0, kCareful = 1, kVeryCareful = 2 };

enum class Regime : std::uint8_t { kLineOfSight = 1, kDiffraction = 2, kTroposcatter = 3 };

/// Throw std::invalid_argument for a number that names nothing.
Climate climate_from_code(int code);
Siting siting_from_code(int code);

/// What both modes of operation take.
struct Settings {
  Climate climate = Climate::kContinentalTemperate;
  double n0 = 301.0;  ///< refractivity reduced to sea level, N-units
  double frequency_mhz = 0.0;
  Polarization polarization = Polarization::kVertical;
  double epsilon = 15.0;  ///< relative permittivity of the ground
  double sigma_s_per_m = 0.005;
  int mdvar = 12;  ///< mode of variability: 0…3, +10 without location, +20 without situation variability
  double time_percent = 50.0;
  double location_percent = 50.0;
  double situation_percent = 50.0;
};

struct PointToPointInput {
  Settings settings;
  Profile profile;  ///< ground alone is used; an unevenly spaced one is interpolated to equal intervals
  double tx_height_m = 0.0;
  double rx_height_m = 0.0;
};

struct AreaInput {
  Settings settings;
  double tx_height_m = 0.0;
  double rx_height_m = 0.0;
  Siting tx_siting = Siting::kRandom;
  Siting rx_siting = Siting::kRandom;
  double distance_km = 0.0;
  double delta_h_m = 0.0;  ///< terrain irregularity Δh
};

struct Result {
  double loss_db = 0.0;
  /// NTIA's: 0 success, 1 success with warnings, from 1000 the input that is out of its limits (see `violations`).
  int return_code = 0;
  std::uint32_t warnings = 0;  ///< bits of limits.h
  Violations violations;
  double free_space_db = 0.0;
  double reference_attenuation_db = 0.0;  ///< A_ref
  double delta_h_m = 0.0;
  double surface_refractivity = 0.0;  ///< N_s, N-units
  Ends horizon_distance_m{};
  Ends horizon_angle_rad{};
  Ends effective_height_m{};
  Regime regime = Regime::kLineOfSight;
};

/// Basic transmission loss over a terrain profile. Throws std::invalid_argument for an enumerator that names nothing
/// and for a profile of fewer than two points.
Result point_to_point(const PointToPointInput& input);

/// Basic transmission loss over terrain known by its irregularity alone. Throws like point_to_point.
Result area(const AreaInput& input);

}  // namespace phusong::propagation::itm
