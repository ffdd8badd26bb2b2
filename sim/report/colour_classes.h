#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sim/network/technology.h"

namespace phusong::report {

// The colours of the maps as values: QGIS styles and the pictures of the page are made from the same tables.

/// A colour and the value that it belongs to: the upper end of its class (the last has none: infinity), or its place on
/// a ramp.
struct ColourStop {
  double value = 0.0;
  std::string colour;  ///< "#rrggbb"
  std::string label;   ///< plain text, the same in every language
  int alpha = 255;     ///< 0: clear
};
using ColourStops = std::vector<ColourStop>;

/// RxLev and RSCP in the classes that VNPT uses for them. RSRP and SS-RSRP, which lie some 15 to 25 dB lower for the
/// same service, in steps of 10 dB up from the threshold, and clear below it.
ColourStops level_colours(network::Technology technology, double threshold_dbm);
/// C/I of 2G from the least of TS 45.005 (9 dB) up; Ec/Io of 3G; SINR of 4G and 5G from where noise and interference
/// are as strong as the cell.
ColourStops ratio_colours(network::Technology technology);
/// Mbit/s of one user.
ColourStops throughput_colours();
/// A ramp from 0 (red) over 0.5 (yellow) to 1 (green).
ColourStops probability_colours();
/// Cells within 5 dB of the best: 1, 2, 3, 4, more.
ColourStops overlap_colours();
/// B − A in dB, from red (B is lower) over nearly white to blue (B is higher), in symmetric classes: RdBu of
/// ColorBrewer, told apart in all forms of colour blindness.
ColourStops difference_colours();
/// A ramp: clear where no path crossed missing terrain, ever darker where more did.
ColourStops terrain_gaps_colours();

/// The n-th of any number of colours of which neighbours in the count look unlike: hues a golden ratio apart, in
/// three brightnesses.
std::string distinct_colour(std::uint16_t n);

}  // namespace phusong::report
