#pragma once

#include <array>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "propagation/limit.h"
#include "propagation/profile.h"

namespace phusong::propagation {

/// The models that a coverage run can choose.
enum class Model { kP1812, kItm, kExtendedHata, kRma, kFreeSpace };

inline constexpr std::array kModels = {Model::kP1812, Model::kItm, Model::kExtendedHata, Model::kRma,
                                       Model::kFreeSpace};

/// "p1812", "itm", "ehata", "rma", "free_space": the names of scenario files.
std::string_view name_of(Model model);
std::optional<Model> model_from_name(std::string_view name);

/// What holds for every path of a run.
struct PropagationSettings {
  Model model = Model::kP1812;
  double time_percent = 50.0;
  double delta_n = 46.0;  ///< ΔN, N-units/km
  double n0 = 367.0;      ///< N0, N-units at sea level
  Polarization polarization = Polarization::kVertical;
  // [propagation.itm]
  int itm_climate = 5;
  double itm_epsilon = 15.0;
  double itm_sigma_s_per_m = 0.005;
  int itm_mdvar = 12;
  // [propagation.ehata]
  int ehata_environment_nlcd = 22;
};

/// One path to evaluate; heights above ground.
struct PathQuery {
  Profile profile;
  double tx_height_m = 0.0;
  double rx_height_m = 0.0;
  double latitude_deg = 0.0;  ///< of the path's centre
};

/// Median (over locations) basic transmission loss at one frequency.
struct PathLoss {
  double loss_db = 0.0;
  Violations violations;
};

/// Geometry of the path over bare terrain that does not depend on frequency.
/// The ray leaves at max(angle to the receiver, angle to the radio horizon) over the median effective
/// Earth (P.1812 θ_t): radians, up positive.
double departure_angle_rad(const PathQuery& query, const PropagationSettings& settings);

/// Loss at each of `frequencies_mhz` for one path: the geometry is worked out once.
/// Throws std::invalid_argument for fewer than two points or spans of unequal length.
std::vector<PathLoss> path_losses(const PathQuery& query, const PropagationSettings& settings,
                                  std::span<const double> frequencies_mhz);

/// The same into the caller's array, one entry a frequency: nothing is allocated but for violations.
void path_losses(const PathQuery& query, const PropagationSettings& settings, std::span<const double> frequencies_mhz,
                 std::span<PathLoss> losses);

/// The same, and returns departure_angle_rad(), which some models find on their way.
double follow_path(const PathQuery& query, const PropagationSettings& settings, std::span<const double> frequencies_mhz,
                   std::span<PathLoss> losses);

/// Loss of a path too short for the models (D < 0.25 km): free space over the slant distance (never below
/// 1 m) plus Bullington diffraction loss of the actual profile.
double short_path_loss_db(const PathQuery& query, const PropagationSettings& settings, double frequency_mhz);

}  // namespace phusong::propagation
