#include "sim/optimisation/covering/cuts/balas_ng_cuts.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <functional>
#include <iterator>
#include <set>
#include <utility>

#include "sim/optimisation/covering/cuts/cut_choice.h"

namespace phusong::covering {

namespace {

using Options = std::vector<OptionIndex>;

constexpr double kSupport = 1e-7;        // below, an option is not part of the solution
constexpr double kLeastCount = 0.6;      // of a hamlet: what is not served needs no station
constexpr double kMostCoverSlack = 0.1;  // of a cover cut
constexpr double kLeastShared = 0.15;    // of two covers, less than its complement: else a third adds nothing
constexpr double kLeastBalasNgViolation = 0.03;
constexpr double kLeastChange = 1e-6;
constexpr std::size_t kMostCovers = 8;  // of a cut

/// A cover cut that the solution just keeps.
struct Cover {
  std::size_t hamlet = 0;  ///< number of its variable
  double missing = 0.0;    ///< 1 − counts
  Options options;         ///< ascending
  Options support;         ///< those that the solution uses, ascending
};

/// Covers that make a cut, and what the solution lacks of it.
struct Cluster {
  double violation = kLeastBalasNgViolation;
  std::vector<std::size_t> covers;
};

Options united(const Options& a, const Options& b) {
  Options result;
  std::ranges::set_union(a, b, std::back_inserter(result));
  return result;
}

Options shared(const Options& a, const Options& b) {
  Options result;
  std::ranges::set_intersection(a, b, std::back_inserter(result));
  return result;
}

bool holds(const Options& options, OptionIndex option) {
  return std::ranges::binary_search(options, option);
}

class BalasNgSeparator {
 public:
  BalasNgSeparator(const Problem& problem, const CutRelaxation& relaxation)
      : options_(problem.options.size()), values_(relaxation.relaxation().values), covers_of_(options_) {
    for (const milp::Row& row : relaxation.cuts())
      add_cover(row);
    for (std::size_t c = 0; c < covers_.size(); ++c) {
      for (const OptionIndex option : covers_[c].support)
        covers_of_[option].push_back(c);
    }
  }

  std::vector<milp::Row> cuts() const {
    std::vector<Cluster> clusters(covers_.size());
    tbb::parallel_for(std::size_t{0}, covers_.size(), [&](std::size_t c) { clusters[c] = best_cluster_of(c); });
    std::erase_if(clusters, [](const Cluster& cluster) { return cluster.covers.empty(); });
    std::ranges::stable_sort(clusters, std::greater{}, &Cluster::violation);
    std::vector<milp::Row> rows;
    CutChoice choice;
    for (Cluster& cluster : clusters) {
      std::ranges::sort(cluster.covers);
      if (choice.take(hamlets_of(cluster), cluster.covers)) rows.push_back(row_of(cluster));
    }
    return rows;
  }

 private:
  std::size_t options_;
  const std::vector<double>& values_;
  std::vector<Cover> covers_;
  std::vector<std::vector<std::size_t>> covers_of_;  ///< one an option

  double mass(const Options& options) const {
    double sum = 0.0;
    for (const OptionIndex option : options)
      sum += values_[option];
    return sum;
  }

  /// If it is one: options, each once, and a hamlet.
  void add_cover(const milp::Row& row) {
    const auto& [last, factor] = row.terms.back();
    const bool is_cover = row.lower == 0.0 && factor == -1.0 &&
                          std::all_of(row.terms.begin(), row.terms.end() - 1,
                                      [&](const auto& term) { return term.first < options_ && term.second == 1.0; });
    if (!is_cover || values_[last] < kLeastCount) return;
    Cover cover{.hamlet = last, .missing = 1.0 - values_[last], .options = {}, .support = {}};
    for (std::size_t i = 0; i + 1 < row.terms.size(); ++i) {
      const auto option = static_cast<OptionIndex>(row.terms[i].first);
      cover.options.push_back(option);
      if (values_[option] > kSupport) cover.support.push_back(option);
    }
    if (mass(cover.support) <= values_[last] + kMostCoverSlack) covers_.push_back(std::move(cover));
  }

  /// Covers of other hamlets with an option of its support; of those with the same support the first.
  std::vector<std::size_t> neighbours_of(const Cover& cover) const {
    std::set<std::size_t> near;
    for (const OptionIndex option : cover.support)
      near.insert(covers_of_[option].begin(), covers_of_[option].end());
    std::set<Options> supports;
    std::vector<std::size_t> neighbours;
    for (const std::size_t c : near) {
      if (covers_[c].hamlet != cover.hamlet && supports.insert(covers_[c].support).second) neighbours.push_back(c);
    }
    return neighbours;
  }

  Cluster best_cluster_of(std::size_t first) const {
    Cluster best;
    const std::vector<std::size_t> neighbours = neighbours_of(covers_[first]);
    for (const std::size_t second : neighbours) {
      const double both = mass(shared(covers_[first].support, covers_[second].support));
      if (both < kLeastShared || both > 1.0 - kLeastShared) continue;
      Cluster grown = grow(first, second, neighbours);
      if (grown.violation > best.violation) best = std::move(grown);
    }
    return best;
  }

  /// Adds the cover that lowers the left-hand side most, for as long as there is one.
  Cluster grow(std::size_t first, std::size_t second, const std::vector<std::size_t>& neighbours) const {
    Cluster cluster{.violation = 0.0, .covers = {first, second}};
    Options some = united(covers_[first].support, covers_[second].support);
    Options all = shared(covers_[first].support, covers_[second].support);
    double left = mass(some) + mass(all) + covers_[first].missing + covers_[second].missing;
    while (cluster.covers.size() < kMostCovers) {
      double least_change = -kLeastChange;
      std::size_t next = covers_.size();
      for (const std::size_t c : neighbours) {
        const double change = change_by(covers_[c], some, all);
        if (change >= least_change || has_hamlet_of(cluster, c)) continue;
        least_change = change;
        next = c;
      }
      if (next == covers_.size()) break;
      some = united(some, covers_[next].support);
      all = shared(all, covers_[next].support);
      left += least_change;
      cluster.covers.push_back(next);
    }
    cluster.violation = 2.0 - left;
    return cluster;
  }

  /// Of the left-hand side.
  double change_by(const Cover& cover, const Options& some, const Options& all) const {
    double change = cover.missing - mass(all);
    for (const OptionIndex option : cover.support)
      if (!holds(some, option) || holds(all, option)) change += values_[option];
    return change;
  }

  bool has_hamlet_of(const Cluster& cluster, std::size_t cover) const {
    return std::ranges::any_of(cluster.covers,
                               [&](std::size_t c) { return covers_[c].hamlet == covers_[cover].hamlet; });
  }

  /// Ascending.
  std::vector<std::size_t> hamlets_of(const Cluster& cluster) const {
    std::vector<std::size_t> hamlets;
    for (const std::size_t c : cluster.covers)
      hamlets.push_back(covers_[c].hamlet);
    std::ranges::sort(hamlets);
    return hamlets;
  }

  milp::Row row_of(const Cluster& cluster) const {
    Options some = covers_[cluster.covers.front()].options, all = some;
    for (const std::size_t c : cluster.covers) {
      some = united(some, covers_[c].options);
      all = shared(all, covers_[c].options);
    }
    const std::vector<std::size_t> hamlets = hamlets_of(cluster);
    milp::Row row{.name = "two_stations", .lower = 2.0 - static_cast<double>(hamlets.size())};
    for (const OptionIndex option : some)
      row.terms.emplace_back(option, holds(all, option) ? 2.0 : 1.0);
    for (const std::size_t hamlet : hamlets)
      row.terms.emplace_back(hamlet, -1.0);
    return row;
  }
};

}  // namespace

std::vector<milp::Row> balas_ng_cuts(const Problem& problem, const CutRelaxation& relaxation) {
  return relaxation.relaxation().feasible ? BalasNgSeparator(problem, relaxation).cuts() : std::vector<milp::Row>{};
}

}  // namespace phusong::covering
