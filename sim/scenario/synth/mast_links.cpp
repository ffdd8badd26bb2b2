#include "sim/scenario/synth/mast_links.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "sim/scenario/synth/spaced_points.h"

namespace phusong::synth {
namespace {

using network::Backhaul;
using network::Site;
using Masts = std::vector<Site*>;

bool has_fibre(const Site* mast) {
  return mast->backhaul == Backhaul::kFibre;
}

/// A mast that is not linked yet, and the mast of the tree nearest to it.
struct OpenMast {
  Site* mast;
  Site* nearest;
  double distance_m2;
};

/// Grows a tree of links by Prim's algorithm.
class LinkTree {
 public:
  explicit LinkTree(Site* root) : joined_{root} {}

  /// Links all of these masts, always that which is nearest to the tree; of equally near ones the first.
  void join(const Masts& masts) {
    std::vector<OpenMast> open;
    for (Site* const mast : masts) {
      open.push_back({mast, joined_.front(), squared_distance_m2(mast->position, joined_.front()->position)});
      for (Site* const of_tree : joined_)
        look_at(of_tree, open.back());
    }
    while (!open.empty()) {
      const auto next = std::ranges::min_element(open, {}, &OpenMast::distance_m2);
      Site* const mast = next->mast;
      mast->backhaul_to = next->nearest->site_id;
      open.erase(next);
      joined_.push_back(mast);
      for (OpenMast& other : open)
        look_at(mast, other);
    }
  }

 private:
  Masts joined_;

  static void look_at(Site* of_tree, OpenMast& open) {
    const double distance_m2 = squared_distance_m2(open.mast->position, of_tree->position);
    if (distance_m2 < open.distance_m2) open = {open.mast, of_tree, distance_m2};
  }
};

void link_masts_of_one(Masts masts) {
  const auto first_fibre = std::ranges::find_if(masts, has_fibre);
  Site* const root = first_fibre == masts.end() ? masts.front() : *first_fibre;
  std::erase(masts, root);
  const auto microwave = std::stable_partition(masts.begin(), masts.end(), has_fibre);
  LinkTree tree(root);
  tree.join({masts.begin(), microwave});
  tree.join({microwave, masts.end()});
}

}  // namespace

void link_masts(std::vector<Site>& sites) {
  std::map<std::string, Masts> masts_of;
  for (Site& site : sites)
    masts_of[site.operator_name].push_back(&site);
  for (auto& [operator_name, masts] : masts_of)
    link_masts_of_one(std::move(masts));
}

}  // namespace phusong::synth
