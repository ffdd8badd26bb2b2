#include "sim/scenario/backhaul_links.h"

#include <vector>

namespace phusong::scenario {
namespace {

using SitesById = std::map<std::string, const network::Site*>;

/// Whether following the links from a site comes back to it.
bool comes_back(const network::Site& from, const SitesById& sites) {
  const network::Site* at = &from;
  for (std::size_t hops = 0; hops < sites.size() && !at->backhaul_to.empty(); ++hops) {
    const auto next = sites.find(at->backhaul_to);
    if (next == sites.end()) return false;
    if (next->second == &from) return true;
    at = next->second;
  }
  return false;
}

gis::Problem problem_of(const network::Site& site, const network::Network& network, const char* message) {
  return {.file = network.site_tables.at(site.file),
          .line = site.row,
          .key = "backhaul_to",
          .value = site.backhaul_to,
          .message = message,
          .allowed = "the site_id of another mast, towards the core of the network"};
}

}  // namespace

void check_backhaul_links(const network::Network& network, const std::map<std::string, long>& row_of_id,
                          gis::Problems& problems) {
  SitesById sites;
  for (const network::Site& site : network.sites)
    sites.emplace(site.site_id, &site);
  for (const network::Site& site : network.sites) {
    if (site.backhaul_to.empty()) continue;
    if (!row_of_id.contains(site.backhaul_to)) {
      problems.add(problem_of(site, network, "there is no such site in the sites table"));
    } else if (comes_back(site, sites)) {
      problems.add(problem_of(site, network, "the links lead round in a circle, back to this mast"));
    }
  }
}

}  // namespace phusong::scenario
