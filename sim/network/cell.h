#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "propagation/antenna/antenna.h"
#include "sim/network/pass_through.h"
#include "sim/network/technology.h"

namespace phusong::network {

/// The parts of a cell's EIRP, where the table gives them.
struct PowerTerms {
  double tx_power_dbm = 0.0;
  double antenna_gain_dbi = 0.0;  ///< of the table, else of the pattern file
  double feeder_loss_db = 0.0;
};

/// A sector × carrier: a row of the cells table, with its defaults filled in.
struct Cell {
  std::string cell_id;
  std::size_t site = 0;  ///< index into Network::sites
  Technology technology = Technology::k4G;
  double frequency_mhz = 0.0;  ///< downlink centre
  double bandwidth_mhz = 0.0;
  double antenna_height_agl_m = 0.0;
  std::optional<double> azimuth_true_deg;  ///< as given, from true north; nothing = omnidirectional
  propagation::Antenna antenna;            ///< azimuth from grid north
  std::string antenna_pattern;             ///< file of the pattern, as the table names it; empty = none
  /// Power of the reference carrier or port towards the maximum of the pattern: tx power + gain − feeder loss, or the
  /// EIRP given.
  double eirp_dbm = 0.0;
  std::optional<PowerTerms> power{};       ///< what the EIRP was summed from; nothing where it was given as a whole
  double reference_power_offset_db = 0.0;  ///< from that power to the level's reference signal
  double subcarrier_khz = 15.0;
  bool voice = true;
  bool exempt = false;
  std::optional<double> channel_low_mhz, channel_high_mhz;
  std::optional<double> load;  ///< share of its resources in use, for interference alone; nothing = service.load
  long row = 0;
  PassThroughFields pass_through{};
};

}  // namespace phusong::network
