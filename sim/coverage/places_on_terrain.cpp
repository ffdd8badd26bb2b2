#include "sim/coverage/places_on_terrain.h"

#include "sim/coverage/hamlet_points.h"

namespace phusong::coverage {

PlacesOnTerrain places_on_terrain(const network::Network& network, const gis::Terrain& terrain) {
  PlacesOnTerrain places;
  for (std::size_t i = 0; i < network.sites.size(); ++i) {
    const network::Site& site = network.sites[i];
    if (!network.on_air(site)) continue;
    if (!terrain.height_near(site.position)) places.sites_off_terrain.push_back(i);
    if (terrain.takes_height_from_nearby(site.position)) places.sites_beside_terrain.push_back(i);
  }
  for (std::size_t i = 0; i < network.hamlets.size(); ++i) {
    const network::Hamlet& hamlet = network.hamlets[i];
    if (!has_ground(hamlet, terrain)) {
      places.hamlets_off_terrain.push_back(i);
    } else if (terrain.takes_height_from_nearby(hamlet.position)) {
      places.hamlets_beside_terrain.push_back(i);
    }
  }
  return places;
}

}  // namespace phusong::coverage
