#include "sim/planning/goal/hamlet_ways.h"

#include <span>

namespace phusong::planning {
namespace {

using Points = std::span<const coverage::SamplePoint>;
using Layers = std::span<const std::vector<std::vector<covering::OptionIndex>>>;

covering::Alternative covered(Points points, Layers layers, double covered_share) {
  covering::Alternative way{.points = {}, .least_weight = covered_share};
  for (std::size_t i = 0; i < points.size(); ++i) {
    if (points[i].weight > 0.0) way.points.push_back({.weight = points[i].weight, .cover_sets = layers[i]});
  }
  return way;
}

/// The hamlet counts with any point that has a weight.
covering::Alternative any_point(Points points, Layers layers) {
  covering::Alternative way{.points = {}, .least_weight = 1.0};
  for (std::size_t i = 0; i < points.size(); ++i) {
    if (points[i].weight > 0.0) way.points.push_back({.weight = 1.0, .cover_sets = layers[i]});
  }
  return way;
}

/// The hamlet counts with its centre and any point that has a weight: the centre weighs as much as all of them, and one
/// more is asked for than they weigh together, unless the centre has a weight of its own.
covering::Alternative centre_and_any_point(Points points, Layers layers) {
  covering::Alternative way = any_point(points, layers);
  const double centre_weight = static_cast<double>(points.size());
  if (points.front().weight > 0.0) {
    way.points.front().weight = way.least_weight = centre_weight;
    return way;
  }
  way.least_weight = centre_weight + 1.0;
  way.points.insert(way.points.begin(), {.weight = centre_weight, .cover_sets = layers.front()});
  return way;
}

}  // namespace

std::vector<covering::Alternative> ways_to_count(Points points, Layers layers, const scenario::Options& options) {
  if (points.empty()) return {};
  std::vector<covering::Alternative> ways = {covered(points, layers, options.service.hamlet_covered_share)};
  if (!options.plan.hollow_counts) return ways;
  switch (options.service.white_rule) {
    case scenario::WhiteRule::kNoPoint:
      ways.push_back(any_point(points, layers));
      break;
    case scenario::WhiteRule::kCentre:
      if (points.front().point == 0) ways.push_back(centre_and_any_point(points, layers));
      break;
    case scenario::WhiteRule::kAnyCluster:  // a hamlet with every point served is covered
      break;
  }
  return ways;
}

}  // namespace phusong::planning
