#include "sim/optimisation/covering/decomposition/region.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace phusong::covering {

namespace {

/// A region that grows, and for each demand outside the number of options that it shares with the region.
class GrowingRegion {
 public:
  GrowingRegion(const CoverageCount& count, const std::vector<bool>& free) : count_(count), free_(free) {}

  void add(DemandIndex demand) {
    shared_.erase(demand);
    members_.push_back(demand);
    for (const OptionIndex option : count_.options_of(demand)) {
      if (!options_.insert(option).second) continue;
      for (const DemandIndex other : count_.demands_of(option))
        if (free_[other] && other != demand) ++shared_[other];
    }
    for (const DemandIndex one : members_)
      shared_.erase(one);
  }

  /// Finds the demand that shares the greatest part of its options, the lowest number among equals. Returns false if
  /// none shares any.
  bool nearest(DemandIndex& demand) const {
    double best = 0.0;
    for (const auto& [other, shared] : shared_) {
      const double share = static_cast<double>(shared) / static_cast<double>(count_.options_of(other).size());
      if (share > best || (share == best && other < demand)) best = share, demand = other;
    }
    return best > 0.0;
  }

  const std::vector<DemandIndex>& members() const { return members_; }

 private:
  const CoverageCount& count_;
  const std::vector<bool>& free_;
  std::unordered_map<DemandIndex, std::size_t> shared_;
  std::unordered_set<OptionIndex> options_;
  std::vector<DemandIndex> members_;
};

}  // namespace

std::vector<DemandIndex> grow_region(const CoverageCount& count, DemandIndex seed, std::size_t size,
                                     const std::vector<bool>& free) {
  GrowingRegion growing(count, free);
  growing.add(seed);
  DemandIndex next = 0;
  while (growing.members().size() < size && growing.nearest(next))
    growing.add(next);
  std::vector<DemandIndex> region = growing.members();
  std::sort(region.begin(), region.end());
  return region;
}

Regions split_in_regions(const CoverageCount& count, std::size_t demands, std::size_t size, std::size_t first) {
  std::vector<bool> free(demands, true);
  Regions regions;
  for (std::size_t k = 0; k < demands; ++k) {
    const auto seed = static_cast<DemandIndex>((first + k) % demands);
    if (!free[seed]) continue;
    regions.push_back(grow_region(count, seed, size, free));
    for (const DemandIndex demand : regions.back())
      free[demand] = false;
  }
  return regions;
}

}  // namespace phusong::covering
