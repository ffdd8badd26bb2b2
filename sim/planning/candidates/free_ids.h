#pragma once

#include <set>
#include <string>

#include "sim/network/network.h"

namespace phusong::planning {

/// Gives out ids that no site and no cell has, each once.
class FreeIds {
 public:
  explicit FreeIds(const network::Network& network) {
    for (const network::Site& site : network.sites) {
      // A place that the sites table calls a candidate keeps its name when it is built.
      if (site.status != network::SiteStatus::kCandidate) taken_.insert(site.site_id);
    }
    for (const network::Cell& cell : network.cells)
      taken_.insert(cell.cell_id);
  }

  /// Returns the id wished for, or the first of <id>.2, <id>.3, … that is free.
  std::string take(const std::string& wish) {
    std::string id = wish;
    for (int i = 2; !taken_.insert(id).second; ++i)
      id = wish + "." + std::to_string(i);
    return id;
  }

 private:
  std::set<std::string> taken_;
};

}  // namespace phusong::planning
