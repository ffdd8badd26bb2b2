#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "sim/network/network.h"

namespace phusong::analysis {

/// The masts that one district takes its power to; of hamlets without a district their commune.
struct GridArea {
  /// The district's name, or the commune's; with the province's after it where two areas have the same name.
  std::string id;
  std::vector<std::size_t> masts;  ///< indices into Network::sites, ascending
};

/// Sorts masts into the districts of the hamlets nearest to them (on the map; of equally near ones the first of the
/// table), as the sites table tells none. Masts near a hamlet that has neither district nor commune are in no area. By
/// province, district and commune.
std::vector<GridArea> grid_areas(const network::Network& network, const std::vector<std::size_t>& masts);

}  // namespace phusong::analysis
