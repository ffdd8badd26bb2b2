#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "gis/terrain.h"
#include "sim/analysis/calibration/calibration_settings.h"
#include "sim/progress/progress.h"
#include "sim/scenario/measurements_table.h"
#include "sim/scenario/scenario.h"

namespace phusong::analysis {

/// Why a measurement is left out.
enum class LeftOut { kSaturated, kNearMast, kBearing, kBeyondRange, kAllAtFloor };
inline constexpr LeftOut kLeftOutReasons[] = {LeftOut::kSaturated, LeftOut::kNearMast, LeftOut::kBearing,
                                              LeftOut::kBeyondRange, LeftOut::kAllAtFloor};
/// "saturated", "near_mast", "bearing", "beyond_range", "all_at_floor"
std::string_view name_of(LeftOut reason);

/// A measurement beside its prediction. A path loss counts as a level of −loss, so that more is always better
/// reception.
struct Compared {
  std::size_t measurement = 0;
  double measured_db = 0.0;
  double predicted_db = 0.0;  ///< of the exact path, without corrections
  bool is_censored = false;   ///< at the noise floor: `measured_db` is the most that it can be
  std::size_t transmitter = 0;
  double distance_m = 0.0;
  std::optional<int> clutter_class;  ///< of the land cover at the receiver
  double sigma_location_db = 0.0;    ///< as the scenario has it there
};

/// All measurements of a scenario with their predictions.
struct ComparedMeasurements {
  std::vector<Compared> used;
  struct Dropped {
    std::size_t measurement = 0;
    LeftOut reason = LeftOut::kSaturated;
  };
  std::vector<Dropped> dropped;                          ///< in the order of the rows
  std::vector<std::optional<std::size_t>> transmitters;  ///< index into Network::cells; nothing: no cell of it
};

/// Computes the prediction of every measurement by the path engine of the coverage stage: the exact path to the
/// receiver's own height, the cell's pattern, tilt and power, outdoors, without the scenario's calibration. The result
/// is the same for any number of threads. Throws gis::InputError that names each row whose receiver or transmitter is
/// off the terrain or in a void of it, and progress::Stopped.
ComparedMeasurements compare_measurements(const scenario::Scenario& scenario, const gis::Terrain& terrain,
                                          const scenario::Measurements& measurements, const MeasurementFilter& filter,
                                          progress::Progress& progress);

}  // namespace phusong::analysis
