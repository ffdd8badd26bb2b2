#include "sim/optimisation/covering/presolve/presolve_options.h"

#include <algorithm>
#include <cstdint>
#include <unordered_map>

#include "sim/optimisation/covering/problem/value.h"

namespace phusong::covering {

namespace {

/// Finds options that another one replaces.
class Dominance {
 public:
  explicit Dominance(const Problem& problem)
      : problem_(problem), kept_(problem.options.size(), true), layers_of_(problem.options.size()) {
    for (OptionIndex i = 0; i < problem.options.size(); ++i)
      place_[problem.options[i].place].push_back(i);
    for (const Demand& hamlet : problem.hamlets) {
      for (const Alternative& way : hamlet.ways) {
        for (const DemandPoint& point : way.points)
          add_layers(point);
      }
    }
    for (const auto& layers : layers_of_) {
      std::uint64_t signature = 0;
      for (const std::uint32_t layer : layers)
        signature |= std::uint64_t{1} << (layer * 2654435761U >> 26U);
      signature_.push_back(signature);
    }
  }

  std::vector<bool> kept() {
    // Those that serve least first: what they are replaced by is then still there.
    std::vector<OptionIndex> order(problem_.options.size());
    for (OptionIndex i = 0; i < order.size(); ++i)
      order[i] = i;
    std::stable_sort(order.begin(), order.end(),
                     [&](OptionIndex a, OptionIndex b) { return layers_of_[a].size() < layers_of_[b].size(); });
    for (const OptionIndex i : order)
      kept_[i] = !serves_nobody(i) && !over_budget(i) && !is_replaced(i);
    return kept_;
  }

 private:
  void add_layers(const DemandPoint& point) {
    for (const auto& layer : point.layers) {
      for (const OptionIndex option : layer)
        layers_of_[option].push_back(static_cast<std::uint32_t>(options_of_.size()));
      options_of_.push_back(&layer);
    }
  }

  bool serves_nobody(OptionIndex i) const { return layers_of_[i].empty(); }

  bool over_budget(OptionIndex i) const {
    const auto& budget = problem_.goal.budget_capex;
    return budget && problem_.options[i].capex > *budget + value_tolerance(*budget);
  }

  bool is_replaced(OptionIndex i) const {
    const auto rarest = *std::min_element(layers_of_[i].begin(), layers_of_[i].end(), [&](auto a, auto b) {
      return options_of_[a]->size() < options_of_[b]->size();
    });
    const auto& others = *options_of_[rarest];
    return std::any_of(others.begin(), others.end(), [&](OptionIndex other) { return replaces(other, i); });
  }

  /// Whether every selection with `i` can do without, by `other` in its stead.
  bool replaces(OptionIndex other, OptionIndex i) const {
    if (other == i || !kept_[other] || costs_more(other, i) || !serves_all_of(other, i)) return false;
    const Option& candidate = problem_.options[other];
    if (candidate.place == problem_.options[i].place) return true;
    // Something else may stand at its place: that must serve all of `i` too, or give way to `other`.
    const auto& neighbours = place_.at(candidate.place);
    return std::all_of(neighbours.begin(), neighbours.end(), [&](OptionIndex k) {
      return k == other || !kept_[k] || serves_all_of(k, i) || serves_all_of(other, k);
    });
  }

  bool costs_more(OptionIndex other, OptionIndex i) const {
    const Option &a = problem_.options[other], &b = problem_.options[i];
    return problem_.goal.budget_capex ? a.capex > b.capex : a.cost > b.cost;
  }

  bool serves_all_of(OptionIndex more, OptionIndex less) const {
    if ((signature_[less] & ~signature_[more]) != 0) return false;
    const auto &a = layers_of_[more], &b = layers_of_[less];
    return a.size() >= b.size() && std::includes(a.begin(), a.end(), b.begin(), b.end());
  }

  const Problem& problem_;
  std::vector<bool> kept_;
  std::vector<std::vector<std::uint32_t>> layers_of_;
  std::vector<const std::vector<OptionIndex>*> options_of_;
  std::vector<std::uint64_t> signature_;
  std::unordered_map<std::size_t, std::vector<OptionIndex>> place_;
};

}  // namespace

std::vector<bool> options_worth_keeping(const Problem& problem) {
  return Dominance(problem).kept();
}

}  // namespace phusong::covering
