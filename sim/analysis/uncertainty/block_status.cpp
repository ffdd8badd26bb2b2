#include "sim/analysis/uncertainty/block_status.h"

#include "sim/coverage/verdict_rules.h"

namespace phusong::analysis {
namespace {

using Flags = std::array<std::uint32_t, kBlockDraws>;

/// What the rules ask of the points of a hamlet, draw by draw.
struct PointSums {
  std::array<double, kBlockDraws> share{};
  Flags any{}, missed{}, centre{};
};

void add_point(const std::array<std::uint32_t, kBlockDraws>& served, std::uint32_t bits, double weight,
               PointSums& sums) {
  const std::uint32_t counts = weight > 0.0 ? 1 : 0;
  for (std::size_t i = 0; i < kBlockDraws; ++i) {
    const std::uint32_t hit = (served[i] & bits) == bits ? 1 : 0;
    sums.share[i] += hit != 0 ? weight : 0.0;
    sums.any[i] |= hit & counts;
    sums.missed[i] |= (hit ^ 1U) & counts;
  }
}

/// Whether a hamlet that is not covered is white.
bool is_white_by(scenario::WhiteRule rule, std::uint32_t any, std::uint32_t missed, std::uint32_t centre) {
  if (any == 0) return true;
  if (rule == scenario::WhiteRule::kCentre) return centre == 0;
  return rule == scenario::WhiteRule::kAnyCluster && missed != 0;
}

}  // namespace

BlockStatus judge_block(const HamletReception& reception, const ServedBlock& served, const ServiceBits& bits,
                        std::size_t set, const scenario::ServiceOptions& service) {
  PointSums sums;
  for (std::size_t point = 0; point < reception.weights.size(); ++point) {
    add_point(served[point], bits.bits(set), reception.weights[point], sums);
    if (reception.numbers[point] != 0) continue;
    for (std::size_t i = 0; i < kBlockDraws; ++i)
      sums.centre[i] = bits.is_served(served[point][i], set) ? 1 : 0;
  }
  const double least_share = coverage::least_covered_share(service);
  BlockStatus status{};
  for (std::size_t i = 0; i < kBlockDraws; ++i) {
    const bool covered = sums.share[i] >= least_share;
    const bool white = !covered && is_white_by(service.white_rule, sums.any[i], sums.missed[i], sums.centre[i]);
    status.covered[i] = covered ? 1 : 0;
    status.white[i] = white ? 1 : 0;
    status.hollow[i] = !covered && !white ? 1 : 0;
  }
  return status;
}

}  // namespace phusong::analysis
