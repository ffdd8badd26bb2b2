#pragma once

#include <span>
#include <vector>

#include "gis/terrain.h"
#include "sim/network/network.h"
#include "sim/scenario/options.h"

namespace phusong::coverage {

/// A cell as a transmitter's paths see it.
struct TransmitterCell {
  std::size_t cell = 0;     ///< index into Network::cells
  std::size_t carrier = 0;  ///< index into Transmitter::frequencies_mhz
  double max_range_m = 0.0;
  double building_entry_db = 0.0;  ///< added to the path loss: into a building or vehicle; 0 outdoors
  std::size_t antenna = 0;         ///< which of the transmitter's cells is the first with the same antenna
};

/// The cells on one mast at one antenna height: they share every path.
struct Transmitter {
  std::size_t site = 0;
  gis::MapPoint position;
  double latitude_deg = 0.0;
  double antenna_height_agl_m = 0.0;
  std::vector<double> frequencies_mhz;  ///< each once, the one followed furthest first
  std::vector<double> carrier_range_m;  ///< how far each is followed
  std::vector<TransmitterCell> cells;

  /// The frequencies that are followed this far.
  std::span<const double> frequencies_within(double distance_m) const;
};

/// Loss in dB into what the verdicts are for: a building (P.2109, a path that arrives horizontally), a vehicle (3GPP
/// TR 38.901 7.4.3.2, the same at every frequency), or 0 outdoors.
double building_entry_db(double frequency_mhz, const scenario::ServiceOptions& options);

/// Whether two transmitters are antennas of one mast, followed equally far: their discs have the same cells.
bool share_disc(const Transmitter& a, const Transmitter& b);

/// How many from the first on share its disc.
std::size_t sharing_count(std::span<const Transmitter> transmitters);

/// Masts from all over the map one after another, so that every place soon has a level that most masts cannot reach;
/// those that share a disc stay together.
std::vector<Transmitter> spread_over_map(const std::vector<Transmitter>& transmitters);

/// The technologies that are mapped: those asked for, and 5G where all three others are asked for and there are 5G
/// cells on air.
std::vector<network::Technology> mapped_technologies(const network::Network& network,
                                                     const scenario::CoverageOptions& options);

/// The technologies that hamlets are judged by: those that are mapped and those of the plan's target, on which the
/// status rests.
std::vector<network::Technology> computed_technologies(const network::Network& network,
                                                       const scenario::Options& options);

/// The transmitters of the cells on air, by site and height. Sites off the terrain contribute nothing and are named
/// in `sites_off_terrain`.
std::vector<Transmitter> transmitters_on_air(const network::Network& network, const gis::Terrain& terrain,
                                             const std::vector<network::Technology>& technologies,
                                             const scenario::Options& options,
                                             std::vector<std::size_t>& sites_off_terrain);

}  // namespace phusong::coverage
