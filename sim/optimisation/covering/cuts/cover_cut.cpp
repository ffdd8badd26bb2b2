#include "sim/optimisation/covering/cuts/cover_cut.h"

#include <algorithm>
#include <limits>

#include "sim/optimisation/covering/problem/value.h"

namespace phusong::covering {

namespace {

constexpr double kTieBreak = 1e-5;  // prefers fewer options where the sums are equal

/// Weight that an alternative can lose and still be met.
double slack_of(const Alternative& alternative) {
  double total = 0.0;
  for (const DemandPoint& point : alternative.points)
    total += point.weight;
  return total - alternative.least_weight + kWeightTolerance;
}

}  // namespace

CoverCutSeparator::CoverCutSeparator(const Problem& problem)
    : problem_(problem), chosen_(problem.options.size(), false) {}

void CoverCutSeparator::choose(const std::vector<OptionIndex>& cover_set) {
  for (const OptionIndex option : cover_set) {
    if (chosen_[option]) continue;
    chosen_[option] = true;
    options_.push_back(option);
  }
}

/// Chooses points of an alternative until it cannot bear their loss, always the one that adds least Σ x per weight, and
/// returns what they add to Σ x. Point number `first` is chosen first, where the alternative has so many.
double CoverCutSeparator::block(const Alternative& alternative, const std::vector<double>& x, std::size_t first) {
  const double slack = slack_of(alternative);
  std::vector<bool> taken(alternative.points.size(), false);
  double sum = 0.0, lost = 0.0;
  while (lost <= slack) {
    double best_rate = std::numeric_limits<double>::infinity(), best_added = 0.0;
    std::size_t best_point = 0;
    const std::vector<OptionIndex>* best_cover_set = nullptr;
    for (std::size_t p = 0; p < alternative.points.size(); ++p) {
      const DemandPoint& point = alternative.points[p];
      const bool another_is_first = lost == 0.0 && first < alternative.points.size() && p != first;
      if (taken[p] || another_is_first) continue;
      for (const auto& cover_set : point.cover_sets) {
        double added = 0.0;
        for (const OptionIndex option : cover_set)
          if (!chosen_[option]) added += x[option] + kTieBreak;
        const double rate = added / std::min(point.weight, slack - lost + kWeightTolerance);
        if (rate < best_rate) best_rate = rate, best_added = added, best_point = p, best_cover_set = &cover_set;
      }
    }
    taken[best_point] = true;
    lost += alternative.points[best_point].weight;
    sum += best_added;
    choose(*best_cover_set);
  }
  return sum;
}

std::optional<std::vector<OptionIndex>> CoverCutSeparator::violated(DemandIndex demand, const std::vector<double>& x,
                                                                    double z, double least_violation) {
  const auto& alternatives = problem_.demands[demand].alternatives;
  std::optional<std::vector<OptionIndex>> best;
  double best_sum = z - least_violation;
  std::size_t starts = 0;
  for (const Alternative& alternative : alternatives)
    starts = std::max(starts, alternative.points.size());
  for (std::size_t first = 0; first <= starts; ++first) {
    double sum = 0.0;
    for (const Alternative& alternative : alternatives)
      sum += block(alternative, x, first);
    if (sum < best_sum) {
      best_sum = sum;
      best = options_;
    }
    for (const OptionIndex option : options_)
      chosen_[option] = false;
    options_.clear();
  }
  if (best) std::sort(best->begin(), best->end());
  return best;
}

Cut cover_cut(DemandIndex demand, const std::vector<OptionIndex>& options) {
  Cut cut{.kind = CutKind::kCover, .demands = {{demand, -1.0}}};
  for (const OptionIndex option : options)
    cut.options.emplace_back(option, 1.0);
  return cut;
}

}  // namespace phusong::covering
