#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "sim/scenario/position_reader.h"
#include "sim/scenario/scenario.h"

namespace phusong::scenario {

/// A transmitter that stands in the measurements table itself, beside no cell of the scenario.
struct MeasuredTransmitter {
  bool operator==(const MeasuredTransmitter&) const = default;

  double lon_deg = 0.0, lat_deg = 0.0;
  double height_m = 0.0;  ///< of the antenna above ground
  double eirp_dbm = 0.0;  ///< towards the receiver, of the signal that is measured; 0 where a path loss was measured
  double frequency_mhz = 0.0;
};

/// A row of the measurements table: what one receiver had of one transmitter.
struct Measurement {
  long row = 0;
  gis::LonLat lon_lat;
  gis::MapPoint position;
  double receiver_height_m = 1.5;   ///< above ground
  std::optional<std::size_t> cell;  ///< index into Network::cells; else `transmitter`
  MeasuredTransmitter transmitter;
  bool is_path_loss = false;  ///< `value` is a basic transmission loss in dB, else a level in dBm
  double value = 0.0;
};

/// A row as it is read.
struct MeasurementFields {
  PositionFields position;
  std::string cell_id;
  std::optional<double> tx_lon_deg, tx_lat_deg, tx_height_m, eirp_dbm, frequency_mhz;
  std::optional<double> level_dbm, path_loss_db, receiver_height_m;
};
std::vector<Column> measurement_columns(MeasurementFields& fields);

/// What is wrong with a row that no field of it shows alone, and the column to tell it at.
struct MeasurementFault {
  const char* column = nullptr;
  Rejection rejection;
};
std::vector<MeasurementFault> measurement_faults(const MeasurementFields& fields);

/// Measurements, the file that they are of as messages name it, and what is to be noted of it.
struct Measurements {
  std::string file;
  std::vector<Measurement> rows;
  std::vector<gis::InputNote> notes;
};

/// Reads the measurements of a scenario. `terrain_centre` tells swapped coordinates. Throws gis::InputError with every
/// problem found: a cell that is not in the scenario, a row without transmitter or with two, without value or with two.
Measurements read_measurements(const std::filesystem::path& path, const Scenario& scenario, gis::LonLat terrain_centre);

}  // namespace phusong::scenario
