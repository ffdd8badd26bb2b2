#include "tests/optimisation/covering/random_problem.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <random>

#include "sim/optimisation/covering/problem/value.h"

namespace phusong::tests {

namespace {

using namespace covering;

/// The same numbers with every library.
class Dice {
 public:
  explicit Dice(unsigned seed) : engine_(seed) {}
  std::size_t below(std::size_t limit) { return engine_() % limit; }
  double share() { return static_cast<double>(engine_()) / 4294967296.0; }
  double between(double low, double high) { return low + (high - low) * share(); }

 private:
  std::mt19937 engine_;
};

DemandPoint random_point(Dice& dice, std::size_t options) {
  DemandPoint point{.weight = dice.below(2) == 0 ? 1.0 / 19.0 : dice.between(0.02, 0.3)};
  const std::size_t cover_sets = dice.below(10) == 0 ? dice.below(3) : 1;
  for (std::size_t l = 0; l < cover_sets; ++l) {
    auto& cover_set = point.cover_sets.emplace_back();
    for (OptionIndex i = 0; i < options; ++i)
      if (dice.below(4) == 0) cover_set.push_back(i);
  }
  return point;
}

Demand random_demand(Dice& dice, std::size_t index, std::size_t options) {
  Demand demand{.name = fmt::format("h{}", index),
                .value = dice.below(3) == 0 ? 1.0 : static_cast<double>(10 + dice.below(400)),
                .quota_group = dice.below(2),
                .counts_already = dice.below(8) == 0};
  const std::size_t alternatives = dice.below(5) == 0 ? 2 : 1;
  for (std::size_t w = 0; w < alternatives; ++w) {
    auto& alternative = demand.alternatives.emplace_back();
    double total = 0.0;
    for (std::size_t p = 1 + dice.below(6); p > 0; --p) {
      alternative.points.push_back(random_point(dice, options));
      total += alternative.points.back().weight;
    }
    alternative.least_weight = total * dice.between(0.3, 1.0);
  }
  return demand;
}

struct Spot {
  double x_km = 0.0, y_km = 0.0;
};

/// A shape with a reach of its own in each of twelve directions.
struct Footprint {
  Spot centre;
  std::array<double, 12> reach_km{};

  bool covers(const Spot& spot) const {
    const double dx = spot.x_km - centre.x_km, dy = spot.y_km - centre.y_km;
    const double turn = std::atan2(dy, dx) / (2.0 * 3.14159265358979) + 0.5;
    return std::hypot(dx, dy) <= reach_km[std::min<std::size_t>(11, static_cast<std::size_t>(turn * 12.0))];
  }
};

std::vector<Footprint> random_footprints(Dice& dice, const Province& province, Problem& problem) {
  std::vector<Footprint> footprints;
  Spot centre;
  std::array<double, 12> shadow{};
  for (std::size_t i = 0; i < province.options; ++i) {
    if (i % 3 == 0) {
      centre = {.x_km = dice.between(0.0, province.side_km), .y_km = dice.between(0.0, province.side_km)};
      for (double& share : shadow)
        share = dice.below(3) == 0 ? dice.between(0.1, 0.6) : dice.between(0.6, 1.0);
    }
    const double radius_km = dice.between(1.5, 6.0);
    Footprint footprint{.centre = centre};
    for (std::size_t d = 0; d < shadow.size(); ++d)
      footprint.reach_km[d] = radius_km * shadow[d];
    footprints.push_back(footprint);
    const double cost = 500.0 + (radius_km - 1.5) / 4.5 * 1500.0 + dice.between(0.0, 1000.0);
    problem.options.push_back(
        {.name = fmt::format("o{}", i), .cost = cost, .capex = 0.8 * cost, .exclusion_group = i / 3});
  }
  return footprints;
}

DemandPoint point_at(const Spot& spot, const std::vector<Footprint>& footprints) {
  DemandPoint point{.weight = 1.0 / 19.0, .cover_sets = {{}}};
  for (OptionIndex i = 0; i < footprints.size(); ++i) {
    if (std::abs(footprints[i].centre.x_km - spot.x_km) <= 6.0 && footprints[i].covers(spot))
      point.cover_sets[0].push_back(i);
  }
  return point;
}

}  // namespace

Problem random_problem(unsigned seed, bool budget) {
  Dice dice(seed);
  Problem problem;
  const std::size_t options = 3 + dice.below(8), demands = 2 + dice.below(8);
  for (std::size_t i = 0; i < options; ++i) {
    const double cost = dice.below(8) == 0 ? 0.0 : dice.between(500.0, 3000.0);
    problem.options.push_back(
        {.name = fmt::format("o{}", i), .cost = cost, .capex = 0.9 * cost, .exclusion_group = dice.below(options)});
  }
  double total = 0.0;
  for (std::size_t h = 0; h < demands; ++h) {
    problem.demands.push_back(random_demand(dice, h, options));
    total += problem.demands.back().value;
  }
  problem.goal.least_value = total * dice.between(0.2, 0.9);
  if (budget) problem.goal.budget_capex = dice.between(0.0, 6000.0);
  if (dice.below(3) == 0) problem.goal.quotas = {dice.below(3), dice.below(2)};
  return problem;
}

double best_by_enumeration(const Problem& problem) {
  double best = -1.0;
  for (std::size_t mask = 0; mask < (std::size_t{1} << problem.options.size()); ++mask) {
    std::vector<OptionIndex> built;
    for (OptionIndex i = 0; i < problem.options.size(); ++i)
      if ((mask >> i & 1U) != 0) built.push_back(i);
    if (!is_feasible(problem, built)) continue;
    const Totals reached = totals_of(problem, built);
    const double objective = problem.goal.budget_capex ? reached.value : reached.cost;
    const bool better = problem.goal.budget_capex ? objective > best : objective < best;
    if (best < 0.0 || better) best = objective;
  }
  return best;
}

Problem random_province(const Province& province) {
  Dice dice(province.seed);
  Problem problem;
  const std::vector<Footprint> footprints = random_footprints(dice, province, problem);
  for (std::size_t h = 0; h < province.demands; ++h) {
    const Spot centre{.x_km = dice.between(0.0, province.side_km), .y_km = dice.between(0.0, province.side_km)};
    const double radius_km = dice.between(0.3, 1.2);
    Demand demand{.name = fmt::format("h{}", h), .alternatives = {{.least_weight = 0.75}}};
    for (std::size_t p = 0; p < 19; ++p) {
      // A sunflower: points as far apart as they can be.
      const double r_km = radius_km * std::sqrt((static_cast<double>(p) + 0.5) / 19.0);
      const double turn = 2.39996322972865 * static_cast<double>(p);
      demand.alternatives[0].points.push_back(point_at(
          {.x_km = centre.x_km + r_km * std::cos(turn), .y_km = centre.y_km + r_km * std::sin(turn)}, footprints));
    }
    problem.demands.push_back(std::move(demand));
  }
  problem.goal.least_value = province.target_share * static_cast<double>(province.demands);
  return problem;
}

}  // namespace phusong::tests
