#include "tests/sunset/random_sunset.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <random>
#include <set>
#include <utility>

#include "tests/sunset/tiny_sunset.h"

namespace phusong::tests {
namespace {

using namespace sunset;
using network::Technology;

constexpr std::size_t kOperators = 3, kSectors = 3, kDirections = 12, kPoints = 19;
constexpr double kKm2PerHamlet = 3.8;
constexpr double kPi = 3.14159265358979;

class Lots {
 public:
  explicit Lots(unsigned seed) : engine_(seed) {}
  std::size_t below(std::size_t limit) { return engine_() % limit; }
  double between(double low, double high) { return low + (high - low) * static_cast<double>(engine_()) / 4294967296.0; }
  bool one_in(std::size_t n) { return below(n) == 0; }

 private:
  std::mt19937 engine_;
};

struct Place {
  double x_km = 0.0, y_km = 0.0;
};

/// A mast of one operator: how far its old cells are heard in each direction, and what else stands there.
struct Mast {
  Place at;
  std::size_t operator_index = 0;
  std::array<double, kDirections> reach_km{};
  bool has_3g = false, has_4g = false;
  CellIndex first_cell = 0;
};

/// Shares of the reach of an old cell: new and other equipment reaches less far, a disturbance farther.
constexpr double kReach3g = 0.9, kReach4g = 0.8, kReachCarrier = 0.85, kReachGuard = 1.15;
constexpr double kFarthestKm = 14.0;

/// How far a place is from a mast as a share of the reach of each of its sectors there. A sector has four directions of
/// its own and reaches less far into the next ones.
std::array<double, kSectors> shares_of_reach(const Mast& mast, const Place& place) {
  constexpr double kNever = 1e9;
  constexpr std::array<double, kDirections> kGain = {1.0, 1.0, 1.0, 1.0, 0.75, 0.5, 0.0, 0.0, 0.0, 0.0, 0.5, 0.75};
  const double dx = place.x_km - mast.at.x_km, dy = place.y_km - mast.at.y_km;
  const double turn = std::atan2(dy, dx) / (2.0 * kPi) + 0.5;
  const std::size_t direction = std::min(kDirections - 1, static_cast<std::size_t>(turn * kDirections));
  std::array<double, kSectors> shares{};
  for (std::size_t sector = 0; sector < kSectors; ++sector) {
    const double gain = kGain[(direction + kDirections - sector * kDirections / kSectors) % kDirections];
    shares[sector] = gain > 0.0 ? std::hypot(dx, dy) / (gain * mast.reach_km[direction]) : kNever;
  }
  return shares;
}

/// Points that the same cells serve are one demand class.
struct ProvinceClassKey {
  ServiceMask fixed = 0;
  std::vector<CellIndex> cells, carriers;
  auto operator<=>(const ProvinceClassKey&) const = default;  // NOLINT(modernize-use-nullptr): its comparison with 0
};

class ProvinceMaker {
 public:
  explicit ProvinceMaker(const SunsetProvince& province)
      : province_(province),
        lots_(province.seed),
        side_km_(std::sqrt(kKm2PerHamlet * static_cast<double>(province.hamlets))) {}

  SunsetModel make() {
    set_limits();
    for (std::size_t h = 0; h < province_.hamlets; ++h)
      hamlets_.push_back({lots_.between(0.0, side_km_), lots_.between(0.0, side_km_)});
    place_masts();
    blockers_.resize(model_.carriers.size());
    for (std::size_t h = 0; h < province_.hamlets; ++h)
      add_hamlet(h);
    for (std::size_t k = 0; k < blockers_.size(); ++k) {
      blockers_[k].erase(static_cast<CellIndex>(k));
      model_.carriers[k].blockers.assign(blockers_[k].begin(), blockers_[k].end());
      model_.carriers[k].useful = !model_.carriers[k].links.empty();
    }
    set_floors(model_);
    return std::move(model_);
  }

 private:
  const SunsetProvince& province_;
  Lots lots_;
  double side_km_;
  SunsetModel model_;
  std::vector<Place> hamlets_;
  std::vector<Mast> masts_;
  std::vector<std::set<CellIndex>> blockers_;

  void set_limits() {
    model_.periods = province_.periods;
    const std::size_t even = province_.cells / static_cast<std::size_t>(province_.periods);
    model_.max_cells_per_period = static_cast<int>(even * 5 / 3 + 1);
    model_.uptake_per_year = 0.15;
    model_.subsidies_per_period = province_.subsidies_per_period;
    model_.refarmed_mhz = 5.0;
    model_.costs = {.handset_million_vnd = 0.5, .radio_million_vnd = 600.0};
  }

  void place_masts() {
    const std::size_t places = std::max<std::size_t>(1, province_.cells / (kOperators * kSectors));
    for (std::size_t p = 0; p < places; ++p) {
      const Place& near = hamlets_[lots_.below(hamlets_.size())];
      const Place at{near.x_km + lots_.between(-1.5, 1.5), near.y_km + lots_.between(-1.5, 1.5)};
      std::array<double, kDirections> open{};
      for (double& share : open)
        share = lots_.one_in(3) ? lots_.between(0.1, 0.5) : lots_.between(0.5, 1.0);
      for (std::size_t op = 0; op < kOperators; ++op)
        add_mast(at, open, op);
    }
    model_.sites = masts_.size();
  }

  void add_mast(const Place& at, const std::array<double, kDirections>& open, std::size_t op) {
    Mast mast{.at = {at.x_km + lots_.between(-0.5, 0.5), at.y_km + lots_.between(-0.5, 0.5)},
              .operator_index = op,
              .has_3g = !lots_.one_in(5),
              .has_4g = !lots_.one_in(6),
              .first_cell = static_cast<CellIndex>(model_.cells.size())};
    const double radius_km = lots_.between(6.0, kFarthestKm / kReachGuard);
    for (std::size_t d = 0; d < kDirections; ++d)
      mast.reach_km[d] = radius_km * open[d];
    for (std::size_t sector = 0; sector < kSectors; ++sector) {
      const auto cell = static_cast<CellIndex>(model_.cells.size());
      model_.cells.push_back({.name = fmt::format("cell{}", cell), .site = masts_.size()});
      model_.carriers.push_back({.replaces = cell, .site = masts_.size()});
    }
    masts_.push_back(mast);
  }

  void add_hamlet(std::size_t hamlet) {
    const double radius_km = lots_.between(0.2, 0.8);
    const auto people = static_cast<std::int64_t>(150 + lots_.below(500));
    std::array<std::map<ProvinceClassKey, double>, kOperators> demand_classes;
    for (std::size_t p = 0; p < kPoints; ++p) {
      // A sunflower: points as far apart as they can be.
      const double r_km = radius_km * std::sqrt((static_cast<double>(p) + 0.5) / kPoints);
      const double turn = 2.39996322972865 * static_cast<double>(p);
      add_point({hamlets_[hamlet].x_km + r_km * std::cos(turn), hamlets_[hamlet].y_km + r_km * std::sin(turn)},
                demand_classes);
    }
    for (std::size_t op = 0; op < kOperators; ++op)
      add_demand(hamlet, op, people, demand_classes[op]);
  }

  void add_point(const Place& place, std::array<std::map<ProvinceClassKey, double>, kOperators>& demand_classes) {
    std::array<ProvinceClassKey, kOperators> keys;
    std::array<std::vector<CellIndex>, kOperators> heard;
    for (const Mast& mast : masts_) {
      if (std::abs(mast.at.x_km - place.x_km) > kFarthestKm || std::abs(mast.at.y_km - place.y_km) > kFarthestKm)
        continue;
      const std::array<double, kSectors> shares = shares_of_reach(mast, place);
      for (std::size_t sector = 0; sector < kSectors; ++sector) {
        const auto cell = static_cast<CellIndex>(mast.first_cell + sector);
        add_signal(mast, cell, shares[sector], keys[mast.operator_index], heard[mast.operator_index]);
      }
    }
    for (std::size_t op = 0; op < kOperators; ++op) {
      for (const CellIndex carrier : keys[op].carriers)
        blockers_[carrier].insert(heard[op].begin(), heard[op].end());
      demand_classes[op][keys[op]] += 1.0 / kPoints;
    }
  }

  static void add_signal(const Mast& mast, CellIndex cell, double share, ProvinceClassKey& key,
                         std::vector<CellIndex>& heard) {
    if (share <= kReachGuard) heard.push_back(cell);
    if (share <= 1.0) key.cells.push_back(cell);
    if (share <= kReachCarrier) key.carriers.push_back(cell);
    if (mast.has_3g && share <= kReach3g) key.fixed |= services_on(Technology::k3G);
    if (mast.has_4g && share <= kReach4g) key.fixed |= services_on(Technology::k4G);
  }

  void add_demand(std::size_t hamlet, std::size_t op, std::int64_t people,
                  const std::map<ProvinceClassKey, double>& demand_classes) {
    const std::int64_t handsets = people * 8 / 10 / static_cast<std::int64_t>(kOperators);
    Demand demand{.hamlet = hamlet, .operator_index = op, .population = static_cast<double>(people)};
    demand.initial = {handsets * static_cast<std::int64_t>(lots_.below(9)) / 100, 0,
                      handsets * static_cast<std::int64_t>(30 + lots_.below(30)) / 100, 0};
    demand.initial[kVolteIndex] = handsets - total(demand.initial);
    demand.first_class = static_cast<DemandClassIndex>(model_.demand_classes.size());
    for (const auto& [key, weight] : demand_classes) {
      const auto demand_class = static_cast<DemandClassIndex>(model_.demand_classes.size());
      model_.demand_classes.push_back(
          {.demand = static_cast<DemandIndex>(model_.demands.size()), .weight = weight, .fixed = key.fixed});
      for (const CellIndex cell : key.cells)
        model_.cells[cell].links.push_back({.demand_class = demand_class, .services = services_on(Technology::k2G)});
      for (const CellIndex carrier : key.carriers)
        model_.carriers[carrier].links.push_back(
            {.demand_class = demand_class, .services = services_on(Technology::k4G)});
    }
    demand.end_class = static_cast<DemandClassIndex>(model_.demand_classes.size());
    model_.demands.push_back(demand);
  }
};

}  // namespace

SunsetModel random_sunset(const SunsetProvince& province) {
  return ProvinceMaker(province).make();
}

}  // namespace phusong::tests
