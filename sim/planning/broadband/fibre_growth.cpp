#include "sim/planning/broadband/fibre_growth.h"

#include <algorithm>
#include <limits>

#include "sim/planning/tolerances.h"

namespace phusong::planning {
namespace {

/// The search ends after this many distances and clusters: some seconds.
constexpr std::uint64_t kMostWork = 500'000'000;

/// Lists the hamlets that stay when a branch is taken away.
std::vector<std::size_t> without_branch(const FibreTree& tree, std::size_t branch) {
  std::vector<char> gone(tree.hamlets.size(), 0);
  std::vector<std::size_t> kept;
  for (std::size_t i = 0; i < tree.hamlets.size(); ++i) {
    gone[i] = i == branch || (tree.parents[i] != FibreTree::kRoot && gone[tree.parents[i]] != 0);
    if (gone[i] == 0) kept.push_back(tree.hamlets[i]);
  }
  return kept;
}

/// Finds the leaf of the tree with the longest edge.
std::size_t longest_leaf(const FibreTree& tree) {
  std::vector<char> bears(tree.hamlets.size(), 0);
  for (const std::size_t parent : tree.parents) {
    if (parent != FibreTree::kRoot) bears[parent] = 1;
  }
  std::size_t longest = tree.hamlets.size() - 1;  // nothing hangs on the last
  for (std::size_t i = 0; i < bears.size(); ++i) {
    if (bears[i] == 0 && tree.edges_km[i] > tree.edges_km[longest]) longest = i;
  }
  return longest;
}

}  // namespace

FibreGrowth::FibreGrowth(const BroadbandProblem& problem)
    : problem_(problem), merges_(hamlet_clusters(problem)), clusters_(problem.hamlets.size() + merges_.size()) {}

void FibreGrowth::restart(const std::vector<std::size_t>& joined) {
  joined_.assign(problem_.hamlets.size(), 0);
  to_tree_km_ = problem_.to_root_km;
  chosen_.clear();
  for (const std::size_t hamlet : joined)
    join(hamlet);
}

void FibreGrowth::join(std::size_t hamlet) {
  joined_[hamlet] = 1;
  chosen_.push_back(hamlet);
  for (std::size_t i = 0; i < to_tree_km_.size(); ++i)
    to_tree_km_[i] = std::min(to_tree_km_[i], problem_.distance_km(i, hamlet));
  work_ += to_tree_km_.size();
}

void FibreGrowth::weigh_clusters() {
  const std::size_t count = problem_.hamlets.size();
  for (std::size_t i = 0; i < count; ++i) {
    const bool joined = joined_[i] != 0;
    clusters_[i] = {.hamlets = joined ? 0U : 1U, .to_tree_km = to_tree_km_[i], .inside_km = 0.0, .holds_tree = joined};
  }
  for (std::size_t i = 0; i < merges_.size(); ++i) {
    const Cluster &a = clusters_[merges_[i].first], &b = clusters_[merges_[i].second];
    Cluster& both = clusters_[count + i];
    both = {.hamlets = a.hamlets + b.hamlets,
            .to_tree_km = std::min(a.to_tree_km, b.to_tree_km),
            .inside_km = a.inside_km + b.inside_km,
            .holds_tree = a.holds_tree || b.holds_tree};
    if (!both.holds_tree) {
      both.inside_km += merges_[i].edge_km;
    } else if (!a.holds_tree || !b.holds_tree) {
      both.inside_km += std::min(merges_[i].edge_km, a.holds_tree ? b.to_tree_km : a.to_tree_km);
    }
  }
  work_ += clusters_.size();
}

std::size_t FibreGrowth::cheapest_cluster(std::size_t most_hamlets) const {
  std::size_t best = 0;
  double least = std::numeric_limits<double>::infinity();
  for (std::size_t i = 0; i < clusters_.size(); ++i) {
    const Cluster& cluster = clusters_[i];
    if (cluster.hamlets == 0 || cluster.hamlets > most_hamlets) continue;
    const double km_each = cluster.total_km() / static_cast<double>(cluster.hamlets);
    if (km_each >= least) continue;
    least = km_each;
    best = i;
  }
  return best;
}

void FibreGrowth::join_all(std::size_t cluster) {
  std::vector<std::size_t> open = {cluster};
  while (!open.empty()) {
    const std::size_t next = open.back();
    open.pop_back();
    if (next >= problem_.hamlets.size()) {
      const ClusterMerge& merge = merges_[next - problem_.hamlets.size()];
      open.insert(open.end(), {merge.first, merge.second});
    } else if (joined_[next] == 0) {
      join(next);
    }
  }
}

void FibreGrowth::grow() {
  while (chosen_.size() < problem_.needed) {
    weigh_clusters();
    join_all(cheapest_cluster(problem_.needed - chosen_.size()));
  }
}

bool FibreGrowth::regrow_branches(FibreTree& tree, const progress::Progress& progress) {
  bool gained = false;
  for (std::size_t branch = 0; branch < tree.hamlets.size() && work_ < kMostWork; ++branch) {
    progress.throw_if_stopped();
    restart(without_branch(tree, branch));
    grow();
    FibreTree other = shortest_tree(problem_, chosen_);
    if (other.length_km >= tree.length_km - kLengthToleranceKm) continue;
    tree = std::move(other);
    gained = true;
  }
  return gained;
}

bool FibreGrowth::swap_hamlets(FibreTree& tree, const progress::Progress& progress) {
  bool gained = false;
  std::vector<char> inside(problem_.hamlets.size(), 0);
  for (const std::size_t hamlet : tree.hamlets)
    inside[hamlet] = 1;
  for (std::size_t added = 0; added < inside.size() && work_ < kMostWork; ++added) {
    progress.throw_if_stopped();
    if (inside[added] != 0) continue;
    std::vector<std::size_t> chosen = tree.hamlets;
    chosen.push_back(added);
    const FibreTree larger = shortest_tree(problem_, chosen);
    work_ += chosen.size() * chosen.size();
    const std::size_t left_out = longest_leaf(larger);
    if (larger.length_km - larger.edges_km[left_out] >= tree.length_km - kLengthToleranceKm) continue;
    inside[larger.hamlets[left_out]] = 0;
    inside[added] = 1;
    tree = shortest_tree(problem_, without_branch(larger, left_out));
    gained = true;
  }
  return gained;
}

FibreTree FibreGrowth::first_tree() {
  restart({});
  grow();
  return shortest_tree(problem_, chosen_);
}

std::vector<FibreTree> FibreGrowth::starts(const progress::Progress& progress) {
  std::vector<FibreTree> trees = {first_tree()};
  for (std::size_t first = 0; first < problem_.hamlets.size() && work_ < kMostWork / 2; ++first) {
    progress.throw_if_stopped();
    restart({first});
    grow();
    trees.push_back(shortest_tree(problem_, chosen_));
  }
  std::ranges::stable_sort(trees, {}, &FibreTree::length_km);
  return trees;
}

FibreTree FibreGrowth::best_tree(double enough_km, const progress::Progress& progress) {
  FibreTree best = first_tree();
  if (best.length_km <= enough_km) return best;
  for (FibreTree& tree : starts(progress)) {
    while (work_ < kMostWork && (swap_hamlets(tree, progress) || regrow_branches(tree, progress))) {
    }
    if (tree.length_km < best.length_km - kLengthToleranceKm) best = tree;
    if (best.length_km <= enough_km) break;
  }
  return best;
}

}  // namespace phusong::planning
