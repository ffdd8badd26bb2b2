#include "sim/scenario/synth/mast_places.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "sim/scenario/synth/random.h"
#include "sim/scenario/synth/spaced_points.h"

namespace phusong::synth {
namespace {

constexpr std::uint64_t kMastStream = 4;
constexpr double kFarthestFromHamletM = 1500.0, kNearestToHamletM = 150.0;
constexpr double kHighestClimbM = 160.0;  // above the hamlet: no road goes higher
constexpr int kPlacesLookedAt = 40;
constexpr int kLots = 20;
constexpr double kFarM2 = 1e12;
constexpr double kOverlookedM = 6000.0;
constexpr double kMastEdgeM = 300.0;
constexpr double kPhoneM = 1.5;

// Chooses one place after the other, knowing whom the masts so far overlook.
class MastPlanner {
 public:
  MastPlanner(const Settlements& settlements, const gis::Grid& grid, const Sight& sight, Random random)
      : hamlets_(settlements.hamlets),
        grid_(grid),
        sight_(sight),
        random_(random),
        is_seen_(settlements.hamlets.size(), false) {
    for (const network::Hamlet& hamlet : hamlets_) {
      positions_.push_back(hamlet.position);
      people_ += static_cast<double>(hamlet.population);
      people_up_to_.push_back(people_);
    }
  }

  MastPlace place_for(gis::MapPoint seat) { return place_near(nearest_index(positions_, seat)); }
  // Of some hamlets by lot, the loneliest.
  MastPlace place_by_lot() {
    std::size_t chosen = by_lot();
    for (int lot = 1; lot < kLots; ++lot) {
      const std::size_t other = by_lot();
      if (loneliness_m2(other) > loneliness_m2(chosen)) chosen = other;
    }
    return place_near(chosen);
  }

 private:
  const std::vector<network::Hamlet>& hamlets_;
  const gis::Grid& grid_;
  const Sight& sight_;
  Random random_;
  std::vector<gis::MapPoint> positions_;
  std::vector<double> people_up_to_;
  double people_ = 0.0;
  std::vector<bool> is_seen_;
  std::vector<gis::MapPoint> masts_;

  std::size_t by_lot() {
    const auto found = std::ranges::upper_bound(people_up_to_, random_.uniform(0.0, people_));
    return static_cast<std::size_t>(found - people_up_to_.begin());
  }

  // Squared distance from the nearest mast; none for a hamlet that a mast sees.
  double loneliness_m2(std::size_t hamlet) const {
    if (is_seen_[hamlet]) return 0.0;
    return masts_.empty() ? kFarM2
                          : squared_distance_m2(masts_[nearest_index(masts_, positions_[hamlet])], positions_[hamlet]);
  }

  double mast_height_m() {
    constexpr std::array kHeightsM = {30.0, 36.0, 42.0, 42.0, 42.0, 48.0};
    return kHeightsM[random_.index(kHeightsM.size())];
  }

  bool can_stand(gis::MapPoint place, gis::MapPoint hamlet) const {
    const double climb_m = sight_.ground_m(place) - sight_.ground_m(hamlet);
    return place.x_m > grid_.left_m + kMastEdgeM && place.x_m < grid_.right_m() - kMastEdgeM &&
           place.y_m > grid_.bottom_m() + kMastEdgeM && place.y_m < grid_.top_m - kMastEdgeM &&
           climb_m < kHighestClimbM && squared_distance_m2(place, hamlet) > kNearestToHamletM * kNearestToHamletM;
  }

  // Those without a mast in view that `mast` overlooks.
  std::vector<std::size_t> newly_seen(const Aloft& mast) const {
    std::vector<std::size_t> seen;
    for (std::size_t i = 0; i < positions_.size(); ++i) {
      if (is_seen_[i] || squared_distance_m2(positions_[i], mast.position) > kOverlookedM * kOverlookedM) continue;
      if (sight_.is_free(mast, {positions_[i], kPhoneM})) seen.push_back(i);
    }
    return seen;
  }

  MastPlace place_near(std::size_t hamlet) {
    const gis::MapPoint centre = positions_[hamlet];
    MastPlace best{.position = centre, .height_m = mast_height_m(), .hamlet = hamlet};
    std::vector<std::size_t> best_seen;
    double best_ground_m = sight_.ground_m(centre);
    for (int i = 0; i < kPlacesLookedAt; ++i) {
      const double x_m = centre.x_m + random_.uniform(-kFarthestFromHamletM, kFarthestFromHamletM);
      const gis::MapPoint place{x_m, centre.y_m + random_.uniform(-kFarthestFromHamletM, kFarthestFromHamletM)};
      if (!can_stand(place, centre)) continue;
      auto seen = newly_seen({place, best.height_m});
      const double ground_m = sight_.ground_m(place);
      if (seen.size() < best_seen.size() || (seen.size() == best_seen.size() && ground_m <= best_ground_m)) continue;
      best.position = place;
      best_seen = std::move(seen);
      best_ground_m = ground_m;
    }
    for (const std::size_t i : best_seen)
      is_seen_[i] = true;
    masts_.push_back(best.position);
    return best;
  }
};

}  // namespace

std::vector<MastPlace> mast_places(const Options& options, const Settlements& settlements, const gis::Grid& grid,
                                   const Sight& sight) {
  MastPlanner planner(settlements, grid, sight, Random(static_cast<std::uint64_t>(options.seed), kMastStream));
  std::vector<MastPlace> places;
  for (std::size_t mast = 0; mast < static_cast<std::size_t>(options.masts); ++mast) {
    const bool has_seat = mast < settlements.communes.size();
    places.push_back(has_seat ? planner.place_for(settlements.communes[mast].seat) : planner.place_by_lot());
  }
  return places;
}

}  // namespace phusong::synth
