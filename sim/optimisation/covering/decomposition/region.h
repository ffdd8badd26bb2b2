#pragma once

#include <cstdint>
#include <vector>

#include "sim/optimisation/covering/problem/coverage_count.h"

namespace phusong::covering {

/// Hamlets that share options, around `seed`: always the one that shares most with those taken is next. Only those
/// flagged in `free` are taken; fewer than `size` where no other shares anything.
std::vector<std::uint32_t> grow_region(const CoverageCount& count, std::uint32_t seed, std::size_t size,
                                       const std::vector<bool>& free);

using Regions = std::vector<std::vector<std::uint32_t>>;

/// All hamlets in regions of about `size`, every hamlet in one; the first is grown around hamlet `first`.
Regions split_in_regions(const CoverageCount& count, std::size_t hamlets, std::size_t size, std::size_t first = 0);

}  // namespace phusong::covering
