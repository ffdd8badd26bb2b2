#include "sim/planning/broadband/dual_ascent.h"

#include <algorithm>
#include <limits>
#include <queue>

#include "sim/planning/tolerances.h"

namespace phusong::planning {
namespace {

/// Arcs that each hamlet looks at.
constexpr std::size_t kNearestArcs = 48;

}  // namespace

DualAscent::DualAscent(const BroadbandProblem& problem)
    : hamlets_(problem.hamlets.size()), marked_(problem.hamlets.size(), 0) {
  for (std::size_t head = 0; head < hamlets_.size(); ++head) {
    std::vector<Arc> arcs = {{FibreTree::kRoot, problem.to_root_km[head], 0.0}};
    for (std::size_t tail = 0; tail < hamlets_.size(); ++tail) {
      const double km = problem.distance_km(tail, head);
      // An arc longer than that from the root is never needed.
      if (tail != head && km < problem.to_root_km[head]) arcs.push_back({tail, km, 0.0});
    }
    const std::size_t kept = std::min(arcs.size(), kNearestArcs + 1);
    std::ranges::partial_sort(arcs, arcs.begin() + static_cast<std::ptrdiff_t>(kept), {}, &Arc::length_km);
    Hamlet& hamlet = hamlets_[head];
    hamlet.horizon_km = std::numeric_limits<double>::infinity();
    if (arcs.size() > kNearestArcs) hamlet.horizon_km = arcs[kNearestArcs].length_km;
    arcs.resize(std::min(arcs.size(), kNearestArcs));
    hamlet.arcs = std::move(arcs);
  }
}

// Returns false when the root reaches the hamlet, or something beyond the horizon might.
bool DualAscent::collect_cut(std::size_t hamlet) {
  ++cuts_;
  cut_.assign(1, hamlet);
  marked_[hamlet] = cuts_;
  for (std::size_t i = 0; i < cut_.size(); ++i) {
    const Hamlet& head = hamlets_[cut_[i]];
    if (head.raised_km >= head.horizon_km - kLengthToleranceKm) return false;
    for (const Arc& arc : head.arcs) {
      if (arc.left_km > kLengthToleranceKm) continue;
      if (arc.tail == FibreTree::kRoot) return false;
      if (marked_[arc.tail] == cuts_) continue;
      marked_[arc.tail] = cuts_;
      cut_.push_back(arc.tail);
    }
  }
  return true;
}

double DualAscent::raise_cut(std::size_t hamlet) {
  const auto enters = [this](const Arc& arc) { return arc.tail == FibreTree::kRoot || marked_[arc.tail] != cuts_; };
  double raise_km = hamlets_[hamlet].penalty_left_km;
  for (const std::size_t inside : cut_) {
    raise_km = std::min(raise_km, hamlets_[inside].horizon_km - hamlets_[inside].raised_km);
    for (const Arc& arc : hamlets_[inside].arcs) {
      if (enters(arc)) raise_km = std::min(raise_km, arc.left_km);
    }
  }
  for (const std::size_t inside : cut_) {
    hamlets_[inside].raised_km += raise_km;
    for (Arc& arc : hamlets_[inside].arcs) {
      if (enters(arc)) arc.left_km -= raise_km;
    }
  }
  hamlets_[hamlet].penalty_left_km -= raise_km;
  return raise_km;
}

double DualAscent::bound_km(double penalty_km) {
  using Open = std::pair<std::size_t, std::size_t>;                   // size of the cut, hamlet
  std::priority_queue<Open, std::vector<Open>, std::greater<>> open;  // the smallest cut first
  for (std::size_t i = 0; i < hamlets_.size(); ++i) {
    hamlets_[i].raised_km = 0.0;
    hamlets_[i].penalty_left_km = penalty_km;
    for (Arc& arc : hamlets_[i].arcs)
      arc.left_km = arc.length_km;
    open.push({1, i});
  }
  double bound_km = 0.0;
  while (!open.empty()) {
    const auto [cut_size, hamlet] = open.top();
    open.pop();
    if (!collect_cut(hamlet)) continue;
    if (cut_.size() == cut_size) bound_km += raise_cut(hamlet);
    if (hamlets_[hamlet].penalty_left_km > kLengthToleranceKm) open.push({cut_.size(), hamlet});
  }
  return bound_km;
}

}  // namespace phusong::planning
