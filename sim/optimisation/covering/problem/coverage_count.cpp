#include "sim/optimisation/covering/problem/coverage_count.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace phusong::covering {

namespace {

constexpr double kUnitsPerWeight = 1e12;
constexpr std::int64_t kToleranceUnits = 1000;  // 1e-9, as a need is read

std::int64_t units(double weight) {
  return std::llround(weight * kUnitsPerWeight);
}

}  // namespace

CoverageCount::CoverageCount(const Problem& problem)
    : problem_(problem),
      ways_met_(problem.hamlets.size(), 0),
      layers_of_(problem.options.size()),
      hamlets_of_(problem.options.size()),
      options_of_(problem.hamlets.size()),
      built_(problem.options.size(), false),
      commune_(problem.goal.least_hamlets_of_commune.size(), 0) {
  std::unordered_map<std::size_t, std::size_t> places;
  for (const Option& option : problem.options)
    place_of_.push_back(places.try_emplace(option.place, places.size()).first->second);
  holder_.assign(places.size(), kNone);
  for (std::uint32_t h = 0; h < problem.hamlets.size(); ++h)
    add_hamlet(h, problem.hamlets[h]);
}

void CoverageCount::add_hamlet(std::uint32_t index, const Demand& hamlet) {
  if (hamlet.counts_already) change_hamlet(index, 1.0);
  for (const Alternative& way : hamlet.ways) {
    ways_.push_back({.need = units(way.least_weight) - kToleranceUnits, .hamlet = index});
    if (ways_.back().need <= 0) change_hamlet(index, 1.0);
    for (const DemandPoint& point : way.points)
      add_point(point, static_cast<std::uint32_t>(ways_.size() - 1));
  }
  auto& options = options_of_[index];
  std::sort(options.begin(), options.end());
  options.erase(std::unique(options.begin(), options.end()), options.end());
  for (const OptionIndex option : options)
    hamlets_of_[option].push_back(index);
}

void CoverageCount::add_point(const DemandPoint& point, std::uint32_t way) {
  points_.push_back(
      {.weight = units(point.weight), .way = way, .layers_missing = static_cast<std::uint32_t>(point.layers.size())});
  if (point.layers.empty()) change_way(ways_[way], points_.back().weight);
  for (const auto& layer : point.layers) {
    for (const OptionIndex option : layer) {
      layers_of_[option].push_back(static_cast<std::uint32_t>(layers_.size()));
      options_of_[ways_[way].hamlet].push_back(option);
    }
    layers_.push_back({.point = static_cast<std::uint32_t>(points_.size() - 1)});
  }
}

void CoverageCount::change_way(Way& way, std::int64_t weight) {
  const bool was_met = way.served >= way.need;
  way.served += weight;
  const bool is_met = way.served >= way.need;
  if (is_met && !was_met) change_hamlet(way.hamlet, 1.0);
  if (was_met && !is_met) change_hamlet(way.hamlet, -1.0);
}

void CoverageCount::change_hamlet(std::uint32_t hamlet, double sign) {
  const bool did_count = counts(hamlet);
  ways_met_[hamlet] += sign > 0.0 ? 1U : ~0U;
  if (counts(hamlet) == did_count) return;
  const Demand& changed = problem_.hamlets[hamlet];
  value_ += sign * changed.value;
  if (changed.commune >= commune_.size()) return;
  if (sign > 0.0) {
    commune_[changed.commune] += changed.hamlets;
  } else {
    commune_[changed.commune] -= changed.hamlets;
  }
}

void CoverageCount::build(OptionIndex option) {
  built_[option] = true;
  holder_[place_of_[option]] = option;
  cost_ += problem_.options[option].cost;
  capex_ += problem_.options[option].capex;
  for (const std::uint32_t l : layers_of_[option]) {
    Layer& layer = layers_[l];
    if (layer.options_built++ > 0) continue;
    Point& point = points_[layer.point];
    if (--point.layers_missing == 0) change_way(ways_[point.way], point.weight);
  }
}

void CoverageCount::remove(OptionIndex option) {
  built_[option] = false;
  holder_[place_of_[option]] = kNone;
  cost_ -= problem_.options[option].cost;
  capex_ -= problem_.options[option].capex;
  for (const std::uint32_t l : layers_of_[option]) {
    Layer& layer = layers_[l];
    if (--layer.options_built > 0) continue;
    Point& point = points_[layer.point];
    if (point.layers_missing++ == 0) change_way(ways_[point.way], -point.weight);
  }
}

std::vector<OptionIndex> CoverageCount::selection() const {
  std::vector<OptionIndex> options;
  for (OptionIndex i = 0; i < built_.size(); ++i)
    if (built_[i]) options.push_back(i);
  return options;
}

double CoverageCount::promise(OptionIndex option, const std::vector<double>& prize) const {
  double sum = 0.0, best_share = 0.0;
  const auto& layers = layers_of_[option];
  // The layers of an option stand in the order of hamlets, ways and points.
  for (std::size_t k = 0; k < layers.size();) {
    const std::uint32_t w = points_[layers_[layers[k]].point].way;
    const Way& way = ways_[w];
    std::int64_t gained = 0;
    for (; k < layers.size() && points_[layers_[layers[k]].point].way == w; ++k) {
      const Layer& layer = layers_[layers[k]];
      const Point& point = points_[layer.point];
      if (layer.options_built == 0) gained += point.weight / point.layers_missing;
    }
    if (counts(way.hamlet)) continue;
    const auto share = static_cast<double>(std::min(gained, way.need - way.served)) / static_cast<double>(way.need);
    best_share = std::max(best_share, share);
    const bool last_of_hamlet = k == layers.size() || ways_[points_[layers_[layers[k]].point].way].hamlet != way.hamlet;
    if (!last_of_hamlet) continue;
    sum += prize[way.hamlet] * best_share;
    best_share = 0.0;
  }
  return sum;
}

}  // namespace phusong::covering
