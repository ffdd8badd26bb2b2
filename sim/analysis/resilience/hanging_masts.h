#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "sim/network/network.h"

namespace phusong::analysis {

/// A link of the backhaul between two masts, by their indices in Network::sites: traffic goes from the first to the
/// second.
using MastLink = std::pair<std::size_t, std::size_t>;

/// Returns the links that the column `backhaul_to` tells, in the order of the sites.
std::vector<MastLink> links_of_sites(const network::Network& network);

/// Which masts pass their traffic over which others.
class HangingMasts {
 public:
  /// `links` lead round in no circle; a mast may have several.
  HangingMasts(std::size_t sites, const std::vector<MastLink>& links);

  /// Returns a mast and all those whose traffic goes over it, ascending.
  std::vector<std::size_t> with_those_behind(std::size_t site) const;

 private:
  std::vector<std::vector<std::size_t>> next_to_;  ///< [site] those whose links end there
};

}  // namespace phusong::analysis
