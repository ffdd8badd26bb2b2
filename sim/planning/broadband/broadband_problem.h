#pragma once

#include <cstddef>
#include <vector>

#include "gis/coordinates.h"

namespace phusong::planning {

/// A tree problem: `needed` of these hamlets are to be joined by fibre to the root, which stands for everything with
/// fibre.
struct BroadbandProblem {
  std::vector<gis::MapPoint> hamlets;
  std::vector<double> to_root_km;  ///< to the nearest place with fibre
  std::size_t needed = 0;          ///< at most as many as there are hamlets

  double distance_km(std::size_t a, std::size_t b) const { return distance_m(hamlets[a], hamlets[b]) / 1000.0; }
};

/// Hamlets joined to the root, each to one that comes before it in the list.
struct FibreTree {
  static constexpr std::size_t kRoot = static_cast<std::size_t>(-1);

  std::vector<std::size_t> hamlets;
  std::vector<std::size_t> parents;  ///< index into `hamlets`, or kRoot
  std::vector<double> edges_km;
  double length_km = 0.0;
};

/// Finds the shortest tree over the root and these hamlets (Prim).
FibreTree shortest_tree(const BroadbandProblem& problem, const std::vector<std::size_t>& chosen);

}  // namespace phusong::planning
