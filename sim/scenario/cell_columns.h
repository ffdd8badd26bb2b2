#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/network/technology.h"
#include "sim/scenario/column.h"

namespace phusong::scenario {

/// A row of the cells table as it is read.
struct CellFields {
  std::string cell_id, site_id;
  network::Technology technology = network::Technology::k4G;
  double frequency_mhz = 0.0;
  std::optional<double> bandwidth_mhz;
  double antenna_height_agl_m = 0.0;
  std::optional<double> azimuth_deg;
  double mechanical_tilt_deg = 0.0;
  std::optional<double> electrical_tilt_deg;
  std::optional<double> tx_power_dbm, antenna_gain_dbi, eirp_dbm, erp_dbm;
  double beamwidth_h_deg = 65.0, beamwidth_v_deg = 10.0;
  double feeder_loss_db = 0.0;
  std::string antenna_pattern;
  std::optional<double> reference_power_offset_db, subcarrier_khz;
  bool voice = true, exempt = false;
  std::optional<double> channel_low_mhz, channel_high_mhz, load;
};

std::vector<Column> cell_columns(CellFields& fields);

/// Nothing for a width from 1° up and for 0, which is omnidirectional as 360 is.
std::optional<Rejection> check_beamwidth_h(std::optional<double> beamwidth_h_deg);

}  // namespace phusong::scenario
