#pragma once

#include <cstddef>
#include <vector>

#include "sim/optimisation/covering/problem/coverage_count.h"

namespace phusong::covering {

/// Grows a region of demands that share options, from `seed` on: the demand that shares the greatest part of its
/// options with the region joins next. Only demands flagged in `free` join; the region has fewer than `size` demands
/// where no other one shares an option.
std::vector<DemandIndex> grow_region(const CoverageCount& count, DemandIndex seed, std::size_t size,
                                     const std::vector<bool>& free);

using Regions = std::vector<std::vector<DemandIndex>>;

/// Partitions `demands` demands into regions of at most `size`; the first is grown from demand number `first`.
Regions split_in_regions(const CoverageCount& count, std::size_t demands, std::size_t size, std::size_t first = 0);

}  // namespace phusong::covering
