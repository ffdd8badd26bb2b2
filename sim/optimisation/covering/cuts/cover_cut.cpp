#include "sim/optimisation/covering/cuts/cover_cut.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "sim/optimisation/covering/problem/master_model.h"
#include "sim/optimisation/covering/problem/value.h"

namespace phusong::covering {

namespace {

constexpr double kTieBreak = 1e-5;  // fewer options where the sums are the same

/// Weight that a way can lose and still be met.
double slack_of(const Alternative& way) {
  double total = 0.0;
  for (const DemandPoint& point : way.points)
    total += point.weight;
  return total - way.least_weight + kWeightTolerance;
}

}  // namespace

CoverCuts::CoverCuts(const Problem& problem) : problem_(problem), chosen_(problem.options.size(), false) {}

void CoverCuts::add_layer(const std::vector<OptionIndex>& layer) {
  for (const OptionIndex option : layer) {
    if (chosen_[option]) continue;
    chosen_[option] = true;
    options_.push_back(option);
  }
}

/// Chooses points of a way until it cannot bear their loss, the cheapest per weight next; `first` is the first
/// of them where the way has so many.
double CoverCuts::block(const Alternative& way, const std::vector<double>& x, std::size_t first) {
  const double slack = slack_of(way);
  std::vector<bool> taken(way.points.size(), false);
  double sum = 0.0, lost = 0.0;
  while (lost <= slack) {
    double best_rate = std::numeric_limits<double>::infinity(), best_price = 0.0;
    std::size_t best_point = 0;
    const std::vector<OptionIndex>* best_layer = nullptr;
    for (std::size_t p = 0; p < way.points.size(); ++p) {
      const DemandPoint& point = way.points[p];
      const bool another_is_first = lost == 0.0 && first < way.points.size() && p != first;
      if (taken[p] || another_is_first) continue;
      for (const auto& layer : point.layers) {
        double price = 0.0;
        for (const OptionIndex option : layer)
          if (!chosen_[option]) price += x[option] + kTieBreak;
        const double rate = price / std::min(point.weight, slack - lost + kWeightTolerance);
        if (rate < best_rate) best_rate = rate, best_price = price, best_point = p, best_layer = &layer;
      }
    }
    taken[best_point] = true;
    lost += way.points[best_point].weight;
    sum += best_price;
    add_layer(*best_layer);
  }
  return sum;
}

std::optional<std::vector<OptionIndex>> CoverCuts::violated(std::size_t hamlet, const std::vector<double>& x, double z,
                                                            double least_violation) {
  const auto& ways = problem_.hamlets[hamlet].ways;
  std::optional<std::vector<OptionIndex>> best;
  double best_sum = z - least_violation;
  std::size_t starts = 0;
  for (const Alternative& way : ways)
    starts = std::max(starts, way.points.size());
  for (std::size_t first = 0; first <= starts; ++first) {
    double sum = 0.0;
    for (const Alternative& way : ways)
      sum += block(way, x, first);
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

milp::Row cover_row(const Problem& problem, std::size_t hamlet, const std::vector<OptionIndex>& options) {
  milp::Row row{.name = fmt::format("cover_{}", problem.hamlets[hamlet].name), .lower = 0.0};
  for (const OptionIndex option : options)
    row.terms.emplace_back(option, 1.0);
  row.terms.emplace_back(variable_of_hamlet(problem, hamlet), -1.0);
  return row;
}

}  // namespace phusong::covering
