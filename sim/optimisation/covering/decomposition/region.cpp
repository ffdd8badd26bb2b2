#include "sim/optimisation/covering/decomposition/region.h"

#include <algorithm>
#include <unordered_map>

namespace phusong::covering {

namespace {

/// How much each hamlet outside shares with a region: one over its own options for each shared one.
class Nearness {
 public:
  Nearness(const CoverageCount& count, const std::vector<bool>& free) : count_(count), free_(free) {}

  void take(std::uint32_t hamlet) {
    shared_.erase(hamlet);
    taken_.push_back(hamlet);
    for (const OptionIndex option : count_.options_of(hamlet)) {
      if (!options_.try_emplace(option, true).second) continue;
      for (const std::uint32_t other : count_.hamlets_of(option))
        if (free_[other] && other != hamlet) ++shared_[other];
    }
    for (const std::uint32_t one : taken_)
      shared_.erase(one);
  }

  /// The nearest hamlet; the lowest number among equals. False if none shares anything.
  bool nearest(std::uint32_t& hamlet) const {
    double best = 0.0;
    for (const auto& [other, shared] : shared_) {
      const double share = static_cast<double>(shared) / static_cast<double>(count_.options_of(other).size());
      if (share > best || (share == best && other < hamlet)) best = share, hamlet = other;
    }
    return best > 0.0;
  }

  const std::vector<std::uint32_t>& taken() const { return taken_; }

 private:
  const CoverageCount& count_;
  const std::vector<bool>& free_;
  std::unordered_map<std::uint32_t, std::uint32_t> shared_;
  std::unordered_map<OptionIndex, bool> options_;
  std::vector<std::uint32_t> taken_;
};

}  // namespace

std::vector<std::uint32_t> grow_region(const CoverageCount& count, std::uint32_t seed, std::size_t size,
                                       const std::vector<bool>& free) {
  Nearness nearness(count, free);
  nearness.take(seed);
  std::uint32_t next = 0;
  while (nearness.taken().size() < size && nearness.nearest(next))
    nearness.take(next);
  std::vector<std::uint32_t> region = nearness.taken();
  std::sort(region.begin(), region.end());
  return region;
}

Regions split_in_regions(const CoverageCount& count, std::size_t hamlets, std::size_t size, std::size_t first) {
  std::vector<bool> free(hamlets, true);
  Regions regions;
  for (std::size_t k = 0; k < hamlets; ++k) {
    const auto seed = static_cast<std::uint32_t>((first + k) % hamlets);
    if (!free[seed]) continue;
    regions.push_back(grow_region(count, seed, size, free));
    for (const std::uint32_t hamlet : regions.back())
      free[hamlet] = false;
  }
  return regions;
}

}  // namespace phusong::covering
