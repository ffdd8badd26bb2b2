#include "sim/optimisation/covering/presolve/presolve_options.h"

#include <algorithm>
#include <cstdint>
#include <unordered_map>

#include "sim/optimisation/covering/problem/value.h"

namespace phusong::covering {

namespace {

/// The search for dominated options.
class Dominance {
 public:
  explicit Dominance(const Problem& problem)
      : problem_(problem), kept_(problem.options.size(), true), cover_sets_of_(problem.options.size()) {
    for (OptionIndex i = 0; i < problem.options.size(); ++i)
      members_of_group_[problem.options[i].exclusion_group].push_back(i);
    for (const Demand& demand : problem.demands) {
      for (const Alternative& alternative : demand.alternatives) {
        for (const DemandPoint& point : alternative.points)
          add_cover_sets(point);
      }
    }
    for (const auto& cover_sets : cover_sets_of_) {
      std::uint64_t signature = 0;
      for (const std::uint32_t cover_set : cover_sets)
        signature |= std::uint64_t{1} << (cover_set * 2654435761U >> 26U);
      signature_.push_back(signature);
    }
  }

  std::vector<bool> kept() {
    // Options that cover least come first: the options that dominate them are then still kept.
    std::vector<OptionIndex> order(problem_.options.size());
    for (OptionIndex i = 0; i < order.size(); ++i)
      order[i] = i;
    std::stable_sort(order.begin(), order.end(),
                     [&](OptionIndex a, OptionIndex b) { return cover_sets_of_[a].size() < cover_sets_of_[b].size(); });
    for (const OptionIndex i : order)
      kept_[i] = !covers_nothing(i) && !exceeds_budget(i) && !is_dominated(i);
    return kept_;
  }

 private:
  void add_cover_sets(const DemandPoint& point) {
    for (const auto& cover_set : point.cover_sets) {
      for (const OptionIndex option : cover_set)
        cover_sets_of_[option].push_back(static_cast<std::uint32_t>(options_of_.size()));
      options_of_.push_back(&cover_set);
    }
  }

  bool covers_nothing(OptionIndex i) const { return cover_sets_of_[i].empty(); }

  bool exceeds_budget(OptionIndex i) const {
    const auto& budget = problem_.goal.budget_capex;
    return budget && problem_.options[i].capex > *budget + value_tolerance(*budget);
  }

  bool is_dominated(OptionIndex i) const {
    const auto rarest = *std::min_element(cover_sets_of_[i].begin(), cover_sets_of_[i].end(), [&](auto a, auto b) {
      return options_of_[a]->size() < options_of_[b]->size();
    });
    const auto& others = *options_of_[rarest];
    return std::any_of(others.begin(), others.end(), [&](OptionIndex other) { return dominates(other, i); });
  }

  /// Whether in every selection `other` may take the place of `i`.
  bool dominates(OptionIndex other, OptionIndex i) const {
    if (other == i || !kept_[other] || costs_more(other, i) || !covers_all_of(other, i)) return false;
    const Option& candidate = problem_.options[other];
    if (candidate.exclusion_group == problem_.options[i].exclusion_group) return true;
    // Another option k of its exclusion group may be built: k must cover all of `i` too, or `other` all of k.
    const auto& neighbours = members_of_group_.at(candidate.exclusion_group);
    return std::all_of(neighbours.begin(), neighbours.end(), [&](OptionIndex k) {
      return k == other || !kept_[k] || covers_all_of(k, i) || covers_all_of(other, k);
    });
  }

  bool costs_more(OptionIndex other, OptionIndex i) const {
    const Option &a = problem_.options[other], &b = problem_.options[i];
    return problem_.goal.budget_capex ? a.capex > b.capex : a.cost > b.cost;
  }

  bool covers_all_of(OptionIndex more, OptionIndex less) const {
    if ((signature_[less] & ~signature_[more]) != 0) return false;
    const auto &a = cover_sets_of_[more], &b = cover_sets_of_[less];
    return a.size() >= b.size() && std::includes(a.begin(), a.end(), b.begin(), b.end());
  }

  const Problem& problem_;
  std::vector<bool> kept_;
  std::vector<std::vector<std::uint32_t>> cover_sets_of_;
  std::vector<const std::vector<OptionIndex>*> options_of_;
  std::vector<std::uint64_t> signature_;
  std::unordered_map<std::size_t, std::vector<OptionIndex>> members_of_group_;
};

}  // namespace

std::vector<bool> options_to_keep(const Problem& problem) {
  return Dominance(problem).kept();
}

}  // namespace phusong::covering
