#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/scenario/column.h"
#include "sim/scenario/position_reader.h"

namespace phusong::intake {

/// A row of a table of measurements.
struct MeasurementFields {
  scenario::PositionFields position;
  std::string cell_id;
  std::optional<double> tx_lon_deg, tx_lat_deg, tx_height_m, eirp_dbm, frequency_mhz;
  std::optional<double> level_dbm, path_loss_db, receiver_height_m;
};

/// One row a measured place: a level of a cell, or of a transmitter that is described in the row.
std::vector<scenario::Column> measurement_columns(MeasurementFields& fields);

/// Why a row does not say what was measured, or of whom; nothing where it does.
std::optional<scenario::Rejection> measurement_fault(const MeasurementFields& fields);

}  // namespace phusong::intake
