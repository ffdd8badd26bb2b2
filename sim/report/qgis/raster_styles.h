#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "sim/network/technology.h"

namespace phusong::report {

// QGIS styles (.qml) as text; each is put beside the raster that it is for.

/// RxLev and RSCP in the classes that VNPT uses for them. RSRP and SS-RSRP, which lie some 15 to 25 dB lower for the
/// same service, in steps of 10 dB up from the threshold, and clear below it.
std::string level_style(network::Technology technology, double threshold_dbm);
/// C/I of 2G from the least of TS 45.005 (9 dB) up; Ec/Io of 3G; SINR of 4G and 5G from where noise and interference
/// are as strong as the cell.
std::string ratio_style(network::Technology technology);
/// Mbit/s of one user.
std::string throughput_style();
/// A ramp from 0 (red) over 0.5 (yellow) to 1 (green).
std::string probability_style();
/// Cells within 5 dB of the best: 1, 2, 3, 4, more.
std::string overlap_style();
/// B − A of two runs' levels, dB.
std::string difference_style();
/// Clear where no path crossed missing terrain, ever darker where more did.
std::string terrain_gaps_style();
/// Shaded relief, pale enough for what is drawn over it.
std::string terrain_style();
/// A colour of its own and the cell_id for each value.
std::string best_server_style(const std::map<std::uint16_t, std::string>& cell_ids);

}  // namespace phusong::report
