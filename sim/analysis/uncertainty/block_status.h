#pragma once

#include <array>
#include <cstdint>

#include "sim/analysis/uncertainty/hamlet_draws.h"
#include "sim/coverage/verdict.h"

namespace phusong::analysis {

/// Whether a hamlet is covered, hollow or white in each draw of a block, as 0 or 1: exactly one of them.
struct BlockStatus {
  std::array<std::uint8_t, kBlockDraws> covered, hollow, white;
};

/// Judges a hamlet in every draw of a block by the rules of coverage::judge(), for a set of cells.
BlockStatus judge_block(const HamletReception& reception, const ServedBlock& served, const ServiceBits& bits,
                        std::size_t set, const scenario::ServiceOptions& service);

}  // namespace phusong::analysis
