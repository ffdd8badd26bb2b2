#include "sim/analysis/fixes/fix_context.h"

#include <algorithm>
#include <utility>

namespace phusong::analysis {

HearingHamlets::HearingHamlets(const coverage::CoverageResult& coverage, std::size_t cells) : first_(cells + 1) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;  // cell and hamlet
  for (const coverage::PointSignal& signal : coverage.signals.all())
    pairs.emplace_back(signal.cell, static_cast<std::uint32_t>(coverage.points[signal.point].hamlet));
  std::ranges::sort(pairs);
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  for (const auto& [cell, hamlet] : pairs) {
    ++first_[cell + 1];
    hamlets_.push_back(hamlet);
  }
  for (std::size_t cell = 0; cell < cells; ++cell)
    first_[cell + 1] += first_[cell];
}

}  // namespace phusong::analysis
