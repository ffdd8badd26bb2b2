#include "sim/planning/backhaul/stand_alone_routes.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace phusong::planning {

SharedBackhaul merged(std::span<const BackhaulRoute> stand_alone_routes) {
  SharedBackhaul shared;
  std::set<std::pair<std::string, std::string>> links;
  std::set<std::string> relays;
  for (const BackhaulRoute& route : stand_alone_routes) {
    for (const BackhaulLink& link : route.links) {
      if (links.emplace(link.from, link.to).second) shared.links.push_back(link);
    }
    for (const BackhaulRelay& relay : route.relays) {
      if (relays.insert(relay.node.id).second) shared.relays.push_back(relay);
    }
    shared.route_of_station.push_back(route);
  }
  shared.cost = BackhaulRoute{.links = shared.links, .relays = shared.relays}.cost();
  return shared;
}

bool keeps_link_limit(std::span<const BackhaulRoute> stand_alone_routes, int max_links_per_node) {
  std::map<std::string, int> links_at;
  const SharedBackhaul all = merged(stand_alone_routes);
  for (const BackhaulLink& link : all.links) {
    if (link.medium != Medium::kMicrowave) continue;
    ++links_at[link.from];
    ++links_at[link.to];
  }
  return std::ranges::all_of(links_at, [&](const auto& at) { return at.second <= max_links_per_node; });
}

}  // namespace phusong::planning
