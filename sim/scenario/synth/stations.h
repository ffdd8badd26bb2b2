#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "sim/network/site.h"
#include "sim/network/technology.h"
#include "sim/scenario/synth/mast_places.h"
#include "sim/scenario/synth/options.h"
#include "sim/scenario/synth/settlements.h"

namespace phusong::synth {

/// A carrier as an operator uses it on all its masts: what cells.csv says of it.
struct Carrier {
  network::Technology technology = network::Technology::k4G;
  double frequency_mhz = 0.0, bandwidth_mhz = 0.0;
  double tx_power_dbm = 0.0, antenna_gain_dbi = 0.0;
  double beamwidth_h_deg = 65.0, beamwidth_v_deg = 7.0;
  double feeder_loss_db = 0.5;
};

/// One sector of one carrier.
struct Sector {
  std::string cell_id;
  std::size_t site = 0;  ///< index into Stations::sites
  Carrier carrier;
  double antenna_height_agl_m = 0.0;
  int azimuth_deg = 0;
  int electrical_tilt_deg = 0;
};

struct Stations {
  std::vector<network::Site> sites;  ///< longitude and latitude are not set
  std::vector<Sector> sectors;
};

/// Equips the places: three operators that do not exist, each with its own carriers, three sectors a carrier.
Stations make_stations(const Options& options, const Settlements& settlements, const std::vector<MastPlace>& places);

}  // namespace phusong::synth
