#include "sim/optimisation/covering/cuts/balas_ng_cuts.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <functional>
#include <iterator>
#include <set>
#include <utility>

#include "sim/optimisation/covering/cuts/cut_selection.h"

namespace phusong::covering {

namespace {

using Options = std::vector<OptionIndex>;

constexpr double kSupport = 1e-7;        // an option with a smaller x does not belong to the support
constexpr double kLeastZ = 0.6;          // a demand with a smaller z weakens the right-hand side too much
constexpr double kMostCoverSlack = 0.1;  // a cover cut with a greater slack is left aside
// Two cover cuts whose supports share less than this, or more than one less this, are no start for a violated cut.
constexpr double kLeastShared = 0.15;
constexpr double kLeastBalasNgViolation = 0.03;
constexpr double kLeastChange = 1e-6;
constexpr std::size_t kMostCovers = 8;  // of one cut

/// A cover cut with little slack.
struct Cover {
  DemandIndex demand = 0;
  double missing = 0.0;  ///< 1 − z_d
  Options options;       ///< C_d, ascending
  Options support;       ///< the part of C_d with x > 0, ascending
};

/// Cover cuts that are combined by Eq. (10), and by how much the relaxation violates the result.
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
    for (const Cut& cut : relaxation.cuts())
      if (cut.kind == CutKind::kCover) add_cover(cut);
    for (std::size_t c = 0; c < covers_.size(); ++c) {
      for (const OptionIndex option : covers_[c].support)
        covers_of_[option].push_back(c);
    }
  }

  std::vector<Cut> cuts() const {
    std::vector<Cluster> clusters(covers_.size());
    tbb::parallel_for(std::size_t{0}, covers_.size(), [&](std::size_t c) { clusters[c] = best_cluster_of(c); });
    std::erase_if(clusters, [](const Cluster& cluster) { return cluster.covers.empty(); });
    std::ranges::stable_sort(clusters, std::greater{}, &Cluster::violation);
    std::vector<Cut> cuts;
    CutSelection selection;
    for (Cluster& cluster : clusters) {
      std::ranges::sort(cluster.covers);
      if (selection.accept(demands_of(cluster), cluster.covers)) cuts.push_back(cut_of(cluster));
    }
    return cuts;
  }

 private:
  std::size_t options_;
  const std::vector<double>& values_;
  std::vector<Cover> covers_;
  std::vector<std::vector<std::size_t>> covers_of_;  ///< one per option

  double mass(const Options& options) const {
    double sum = 0.0;
    for (const OptionIndex option : options)
      sum += values_[option];
    return sum;
  }

  void add_cover(const Cut& cut) {
    const DemandIndex demand = cut.demands.front().first;
    const double z = values_[options_ + demand];
    if (z < kLeastZ) return;
    Cover cover{.demand = demand, .missing = 1.0 - z, .options = {}, .support = {}};
    for (const auto& [option, coefficient] : cut.options) {
      cover.options.push_back(option);
      if (values_[option] > kSupport) cover.support.push_back(option);
    }
    if (mass(cover.support) <= z + kMostCoverSlack) covers_.push_back(std::move(cover));
  }

  /// Finds the covers of other demands that share an option of the support; the first of those with equal supports.
  std::vector<std::size_t> neighbours_of(const Cover& cover) const {
    std::set<std::size_t> near;
    for (const OptionIndex option : cover.support)
      near.insert(covers_of_[option].begin(), covers_of_[option].end());
    std::set<Options> supports;
    std::vector<std::size_t> neighbours;
    for (const std::size_t c : near) {
      if (covers_[c].demand != cover.demand && supports.insert(covers_[c].support).second) neighbours.push_back(c);
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
        if (change >= least_change || has_demand_of(cluster, c)) continue;
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

  /// Change of the left-hand side of Eq. (10), with all (1 − z_d) on the left, if `cover` joins.
  double change_by(const Cover& cover, const Options& some, const Options& all) const {
    double change = cover.missing - mass(all);
    for (const OptionIndex option : cover.support)
      if (!holds(some, option) || holds(all, option)) change += values_[option];
    return change;
  }

  bool has_demand_of(const Cluster& cluster, std::size_t cover) const {
    return std::ranges::any_of(cluster.covers,
                               [&](std::size_t c) { return covers_[c].demand == covers_[cover].demand; });
  }

  /// Demands of the combined covers, ascending.
  std::vector<DemandIndex> demands_of(const Cluster& cluster) const {
    std::vector<DemandIndex> demands;
    for (const std::size_t c : cluster.covers)
      demands.push_back(covers_[c].demand);
    std::ranges::sort(demands);
    return demands;
  }

  /// Eq. (10)
  Cut cut_of(const Cluster& cluster) const {
    Options some = covers_[cluster.covers.front()].options, all = some;
    for (const std::size_t c : cluster.covers) {
      some = united(some, covers_[c].options);
      all = shared(all, covers_[c].options);
    }
    Cut cut{.kind = CutKind::kBalasNg, .rhs = 2.0 - static_cast<double>(cluster.covers.size())};
    for (const OptionIndex option : some)
      cut.options.emplace_back(option, holds(all, option) ? 2.0 : 1.0);
    for (const DemandIndex demand : demands_of(cluster))
      cut.demands.emplace_back(demand, -1.0);
    return cut;
  }
};

}  // namespace

std::vector<Cut> balas_ng_cuts(const Problem& problem, const CutRelaxation& relaxation) {
  return relaxation.relaxation().feasible ? BalasNgSeparator(problem, relaxation).cuts() : std::vector<Cut>{};
}

}  // namespace phusong::covering
