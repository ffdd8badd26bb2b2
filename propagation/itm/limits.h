#pragma once

#include <array>
#include <cstdint>

#include "propagation/itm/itm.h"
#include "propagation/limit.h"

namespace phusong::propagation::itm {

/// Bits of Result::warnings: the result stands, with care.
enum Warning : std::uint32_t {
  kTxHeightNearLimits = 0x0001,
  kRxHeightNearLimits = 0x0002,
  kFrequencyNearLimits = 0x0004,
  kDistanceNearUpperLimit = 0x0008,
  kDistanceLarge = 0x0010,
  kDistanceNearLowerLimit = 0x0020,
  kDistanceSmall = 0x0040,
  kTxHorizonAngleLarge = 0x0080,
  kRxHorizonAngleLarge = 0x0100,
  kTxHorizonTooNear = 0x0200,
  kRxHorizonTooNear = 0x0400,
  kTxHorizonTooFar = 0x0800,
  kRxHorizonTooFar = 0x1000,
  kExtremeVariability = 0x2000,
  kSurfaceRefractivityLow = 0x4000
};

/// A limit with NTIA's code for a value outside it.
struct CodedLimit {
  Limit limit;
  int return_code;
};

/// A narrower range: a value outside it sets a warning.
struct WarnedLimit {
  Limit limit;
  Warning warning;
};

inline constexpr CodedLimit kTxHeight{{"tx_height_m", 0.5, 3000.0, "m"}, 1000};
inline constexpr CodedLimit kRxHeight{{"rx_height_m", 0.5, 3000.0, "m"}, 1001};
inline constexpr CodedLimit kTime{{"time_percent", 0.0, 100.0, "%", true}, 1003};
inline constexpr CodedLimit kLocation{{"location_percent", 0.0, 100.0, "%", true}, 1004};
inline constexpr CodedLimit kSituation{{"situation_percent", 0.0, 100.0, "%", true}, 1005};
inline constexpr CodedLimit kN0{{"n0", 250.0, 400.0, "N-units"}, 1008};
inline constexpr CodedLimit kFrequency{{"frequency_mhz", 20.0, 20000.0, "MHz"}, 1009};
inline constexpr CodedLimit kEpsilon{{.quantity = "epsilon", .min = 1.0}, 1011};
inline constexpr CodedLimit kSigma{{.quantity = "sigma_s_per_m", .min = 0.0, .unit = "S/m", .open = true}, 1012};
/// Re Z − |Im Z| of the ground's transfer impedance.
inline constexpr CodedLimit kImpedance{{.quantity = "impedance_margin", .min = 0.0, .open = true}, 1013};
inline constexpr CodedLimit kEffectiveRadius{{"effective_earth_radius_km", 4000.0, 13333.333, "km"}, 1016};
inline constexpr CodedLimit kDistance{{.quantity = "distance_km", .min = 0.0, .unit = "km", .open = true}, 1017};
inline constexpr CodedLimit kDeltaH{{.quantity = "delta_h_m", .min = 0.0, .unit = "m"}, 1018};
inline constexpr CodedLimit kSurfaceRefractivityFloor{
    {.quantity = "surface_refractivity", .min = 150.0, .unit = "N-units"}, 1021};
inline constexpr CodedLimit kSurfaceRefractivityCeiling{
    {.quantity = "surface_refractivity", .max = 400.0, .unit = "N-units"}, 1022};

inline constexpr WarnedLimit kUsualTxHeight{{"tx_height_m", 1.0, 1000.0, "m"}, kTxHeightNearLimits};
inline constexpr WarnedLimit kUsualRxHeight{{"rx_height_m", 1.0, 1000.0, "m"}, kRxHeightNearLimits};
inline constexpr WarnedLimit kUsualFrequency{{"frequency_mhz", 40.0, 10000.0, "MHz"}, kFrequencyNearLimits};

/// What the inputs of either mode are checked against, for documentation.
inline constexpr std::array kLimits = {kTxHeight.limit,  kRxHeight.limit, kFrequency.limit, kN0.limit,
                                       kEpsilon.limit,   kSigma.limit,    kTime.limit,      kLocation.limit,
                                       kSituation.limit, kDistance.limit, kDeltaH.limit};

/// Collects warnings and violations; the first violation gives the return code.
class Findings {
 public:
  void check(const CodedLimit& limit, double value);
  void check(const WarnedLimit& limit, double value);
  void warn_if(bool condition, Warning warning);
  void put_into(Result& result) const;

 private:
  std::uint32_t warnings_ = 0;
  int error_code_ = 0;
  Violations violations_;
};

/// Checks what both modes take, in NTIA's order.
void check_common(const Settings& settings, double tx_height_m, double rx_height_m, Findings& findings);

}  // namespace phusong::propagation::itm
