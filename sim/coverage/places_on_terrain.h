#pragma once

#include <cstddef>
#include <vector>

#include "gis/terrain.h"
#include "sim/network/network.h"

namespace phusong::coverage {

/// Masts on air and hamlets whose ground is not simply what the terrain says there, as indices into the network. This
/// is the one rule for all who warn of them.
struct PlacesOnTerrain {
  std::vector<std::size_t> sites_off_terrain;       ///< they contribute nothing
  std::vector<std::size_t> hamlets_off_terrain;     ///< without ground in the sense of has_ground: status unknown
  std::vector<std::size_t> sites_beside_terrain;    ///< the ground height is that of a cell nearby
  std::vector<std::size_t> hamlets_beside_terrain;  ///< the centre's is
};

PlacesOnTerrain places_on_terrain(const network::Network& network, const gis::Terrain& terrain);

}  // namespace phusong::coverage
