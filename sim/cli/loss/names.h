#pragma once

#include <array>
#include <span>
#include <string_view>

// The names under which `phusong loss` knows a quantity: its own first, then the columns of the published files.
namespace phusong::loss {

/// A field's name and what its number is multiplied by to be in the unit of the quantity.
struct Name {
  std::string_view text;
  double factor = 1.0;
};
using Names = std::span<const Name>;

// Of the path and its ends.
inline constexpr std::array kFrequencyMhz = {Name{"frequency_mhz"}, Name{"f_MHz"},       Name{"f__mhz"},
                                             Name{"f_GHz", 1e3},    Name{"f__ghz", 1e3}, Name{"frequency_ghz", 1e3},
                                             Name{"f_Hz", 1e-6}};
inline constexpr std::array kTxHeightM = {Name{"tx_height_m"}, Name{"htg_m"}, Name{"h_tx_m"}, Name{"h_tx__meter"},
                                          Name{"hb_m"}};
inline constexpr std::array kRxHeightM = {Name{"rx_height_m"}, Name{"hrg_m"}, Name{"h_rx_m"}, Name{"h_rx__meter"},
                                          Name{"hm_m"}};
inline constexpr std::array kDistanceKm = {Name{"distance_km"}, Name{"d_km"}, Name{"d__km"}};
inline constexpr std::array kStepKm = {Name{"step_km"}};
inline constexpr std::array kGroundM = {Name{"ground_m"}, Name{"h_m_amsl"}};
inline constexpr std::array kClutterM = {Name{"clutter_m"}, Name{"clutter_height_m"}};
inline constexpr std::array kZone = {Name{"zone"}};
inline constexpr std::array kLatitudeDeg = {Name{"latitude_deg"}, Name{"path_centre_lat_deg"}, Name{"lat_deg"}};
inline constexpr std::array kElevationDeg = {Name{"elevation_deg"}, Name{"path_elevation_deg"}, Name{"theta_deg"}};

// Of the air, the ground and the statistics.
inline constexpr std::array kDeltaN = {Name{"delta_n"}, Name{"DN_Nunits_per_km"}};
inline constexpr std::array kN0 = {Name{"n0"}, Name{"N0_Nunits"}, Name{"N_0_Nunits"}, Name{"N_0"}};
inline constexpr std::array kEffectiveRadiusKm = {Name{"ae_km"}, Name{"ap_km"}, Name{"effective_earth_radius_km"}};
inline constexpr std::array kSeaFraction = {Name{"omega"}, Name{"omega_sea_fraction"}, Name{"sea_fraction"}};
inline constexpr std::array kEpsilon = {Name{"epsilon"}};
inline constexpr std::array kSigmaSPerM = {Name{"sigma_s_per_m"}, Name{"sigma_S_per_m"}, Name{"sigma"}};
inline constexpr std::array kTimePercent = {Name{"time_percent"}, Name{"p_percent"}, Name{"time"}};
inline constexpr std::array kLocationPercent = {Name{"location_percent"}, Name{"pL_percent"}, Name{"location"}};
inline constexpr std::array kSituationPercent = {Name{"situation_percent"}, Name{"situation"}};
inline constexpr std::array kPercent = {Name{"p_percent"}, Name{"p"}};
inline constexpr std::array kSigmaLocationDb = {Name{"sigma_location_db"}, Name{"sigma_L_dB"}};

}  // namespace phusong::loss
