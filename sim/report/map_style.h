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
/// A ramp from 0 (red) over 0.5 (yellow) to 1 (green).
std::string probability_style();
/// Cells within 5 dB of the best: 1, 2, 3, 4, more.
std::string overlap_style();
/// Clear where no path crossed missing terrain, ever darker where more did.
std::string terrain_gaps_style();
/// A colour of its own and the cell_id for each value.
std::string best_server_style(const std::map<std::uint16_t, std::string>& cell_ids);

}  // namespace phusong::report
