#include "sim/analysis/resilience/hanging_masts.h"

#include <algorithm>
#include <map>

namespace phusong::analysis {

std::vector<MastLink> links_of_sites(const network::Network& network) {
  std::map<std::string, std::size_t> site_of_id;
  for (std::size_t i = 0; i < network.sites.size(); ++i)
    site_of_id.emplace(network.sites[i].site_id, i);
  std::vector<MastLink> links;
  for (std::size_t i = 0; i < network.sites.size(); ++i) {
    const auto to = site_of_id.find(network.sites[i].backhaul_to);
    if (to != site_of_id.end()) links.emplace_back(i, to->second);
  }
  return links;
}

HangingMasts::HangingMasts(std::size_t sites, const std::vector<MastLink>& links) : next_to_(sites) {
  for (const auto& [from, to] : links)
    next_to_[to].push_back(from);
}

std::vector<std::size_t> HangingMasts::with_those_behind(std::size_t site) const {
  std::vector<std::size_t> found = {site};
  std::vector<char> is_found(next_to_.size());
  is_found[site] = 1;
  for (std::size_t next = 0; next < found.size(); ++next) {
    for (const std::size_t behind : next_to_[found[next]]) {
      if (is_found[behind] != 0) continue;
      is_found[behind] = 1;
      found.push_back(behind);
    }
  }
  std::ranges::sort(found);
  return found;
}

}  // namespace phusong::analysis
