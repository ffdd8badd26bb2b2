#include "sim/analysis/uncertainty/service_bits.h"

namespace phusong::analysis {

ServiceBits::ServiceBits(const scenario::PlanOptions& plan) {
  const bool any = plan.combine == scenario::Combine::kAny;
  for (const network::Technology technology : plan.target.technologies) {
    if (bit_of_first_[technology] != 0) continue;
    if (!any || per_set_ == 0) ++per_set_;
    bit_of_first_[technology] = 1U << (per_set_ - 1);
    bits_of_first_ |= bit_of_first_[technology];
  }
}

std::size_t ServiceBits::most_sets() const {
  constexpr std::size_t kBits = 32;
  return per_set_ == 0 ? kBits : kBits / per_set_;
}

std::uint32_t ServiceBits::bit(std::size_t set, network::Technology technology) const {
  return bit_of_first_[technology] << (set * per_set_);
}

}  // namespace phusong::analysis
