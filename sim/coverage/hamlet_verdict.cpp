#include "sim/coverage/hamlet_verdict.h"

#include <algorithm>
#include <vector>

#include "sim/coverage/verdict_rules.h"

namespace phusong::coverage {
namespace {

using network::Technology;

/// Which paths count towards a verdict.
enum class Paths { kAll, kClearOnly };

/// Reads one operator column of the evidence.
class Column {
 public:
  Column(const HamletEvidence& evidence, std::size_t column) : evidence_(evidence), column_(column) {}

  const BestCell& best(std::size_t point, Technology technology, Paths paths) const {
    const PointBest& best = evidence_.best.at(point, column_, technology);
    return paths == Paths::kAll ? best.any_path : best.clear_path;
  }

  double probability(std::size_t point, Technology technology, Paths paths) const {
    const BestCell& strongest = best(point, technology, paths);
    if (!strongest.found()) return 0.0;
    const SamplePoint& at = evidence_.points[point];
    return evidence_.quality.probability(evidence_.network.cells[strongest.cell], at.position(), strongest.level_dbm);
  }

  bool served(std::size_t point, Technology technology, Paths paths) const {
    return probability(point, technology, paths) >= evidence_.options.service.location_probability;
  }

  bool served(std::size_t point, std::span<const Technology> technologies, scenario::Combine combine,
              Paths paths) const {
    const auto by = [&](Technology technology) { return served(point, technology, paths); };
    return combine == scenario::Combine::kAny ? std::ranges::any_of(technologies, by)
                                              : std::ranges::all_of(technologies, by);
  }

  /// What the strongest cell of a technology lacks to cover a point; nothing where none is in range.
  std::optional<Shortfall> shortfall(std::size_t point, Technology technology) const {
    const BestCell& strongest = best(point, technology, Paths::kAll);
    if (!strongest.found()) return std::nullopt;
    const SamplePoint& at = evidence_.points[point];
    const double needed_dbm =
        evidence_.quality.covering_level_dbm(evidence_.network.cells[strongest.cell], at.position());
    return Shortfall{.point = at.point,
                     .technology = technology,
                     .cell = strongest.cell,
                     .level_dbm = strongest.level_dbm,
                     .missing_db = needed_dbm - strongest.level_dbm};
  }

  /// What a point lacks to be served by the target: by the technology that lacks least, or where all are asked for by
  /// the one that lacks most.
  std::optional<Shortfall> shortfall(std::size_t point) const {
    const scenario::PlanOptions& plan = evidence_.options.plan;
    const bool all = plan.combine == scenario::Combine::kAll;
    std::optional<Shortfall> result;
    for (const Technology technology : plan.target.technologies) {
      if (all && served(point, technology, Paths::kAll)) continue;
      const std::optional<Shortfall> of = shortfall(point, technology);
      if (!of && all) return std::nullopt;
      if (!of) continue;
      const bool replaces =
          !result || (all ? of->missing_db > result->missing_db : of->missing_db < result->missing_db);
      if (replaces) result = of;
    }
    return result;
  }

  /// Share and status where `is_served(point)` says which points are.
  template <class IsServed>
  ShareAndStatus judge_points(IsServed is_served) const {
    std::vector<CountedPoint> counted;
    for (std::size_t i = 0; i < evidence_.points.size(); ++i) {
      counted.push_back({.weight = evidence_.points[i].weight, .served = is_served(i)});
    }
    return judge(counted, has_centre() && counted.front().served, evidence_.options.service);
  }

  bool has_centre() const { return !evidence_.points.empty() && evidence_.points.front().point == 0; }

 private:
  const HamletEvidence& evidence_;
  std::size_t column_;
};

TechnologyVerdict technology_verdict(const Column& column, Technology technology) {
  const auto [share, status] =
      column.judge_points([&](std::size_t point) { return column.served(point, technology, Paths::kAll); });
  TechnologyVerdict verdict{.share = share, .status = status};
  if (!column.has_centre()) return verdict;
  const BestCell& best = column.best(0, technology, Paths::kAll);
  if (!best.found()) return verdict;
  verdict.level_dbm = best.level_dbm;
  verdict.best_cell = best.cell;
  verdict.probability = column.probability(0, technology, Paths::kAll);
  return verdict;
}

/// Of the points of weight that `is_served` says are not, the one that lacks least; of several the first.
template <class IsServed>
std::optional<Shortfall> least_shortfall(const Column& column, std::span<const SamplePoint> points,
                                         IsServed is_served) {
  std::optional<Shortfall> least;
  for (std::size_t point = 0; point < points.size(); ++point) {
    if (points[point].weight <= 0.0 || is_served(point)) continue;
    const std::optional<Shortfall> of = column.shortfall(point);
    if (of && (!least || of->missing_db < least->missing_db)) least = of;
  }
  return least;
}

/// The technologies computed that are mobile broadband.
std::vector<Technology> mobile_broadband(const HamletEvidence& evidence) {
  std::vector<Technology> result;
  for (const Technology technology : evidence.technologies) {
    if (std::ranges::count(evidence.options.new_countryside.technologies, technology) > 0) result.push_back(technology);
  }
  return result;
}

}  // namespace

std::vector<PointService> service_of_points(const HamletEvidence& evidence, std::size_t column_index) {
  const Column column(evidence, column_index);
  std::vector<PointService> service(evidence.points.size());
  for (std::size_t point = 0; point < service.size(); ++point) {
    for (const Technology technology : evidence.technologies)
      service[point][technology] = column.served(point, technology, Paths::kAll);
  }
  return service;
}

HamletVerdict hamlet_verdict(const HamletEvidence& evidence, std::size_t column_index) {
  const Column column(evidence, column_index);
  const std::vector<Technology>& target = evidence.options.plan.target.technologies;
  const auto over_target = [&](Paths paths) {
    return [&column, &target, &evidence, paths](std::size_t point) {
      return column.served(point, target, evidence.options.plan.combine, paths);
    };
  };
  HamletVerdict verdict;
  for (Technology technology : evidence.technologies) {
    verdict.by_technology[technology] = technology_verdict(column, technology);
  }
  const ShareAndStatus combined = column.judge_points(over_target(Paths::kAll));
  verdict.share = combined.share;
  verdict.status = combined.status;
  if (combined.status != Status::kCovered)
    verdict.shortfall = least_shortfall(column, evidence.points, over_target(Paths::kAll));
  verdict.status_any_technology =
      column
          .judge_points([&](std::size_t point) {
            return column.served(point, evidence.technologies, scenario::Combine::kAny, Paths::kAll);
          })
          .status;
  const std::vector<Technology> broadband = mobile_broadband(evidence);
  const ShareAndStatus by_broadband = column.judge_points(
      [&](std::size_t point) { return column.served(point, broadband, scenario::Combine::kAny, Paths::kAll); });
  verdict.status_mobile_broadband = by_broadband.status;
  verdict.share_mobile_broadband = by_broadband.share;
  verdict.centre_covered = column.has_centre() && over_target(Paths::kAll)(0);
  verdict.only_by_gap_paths = combined.status == Status::kCovered &&
                              column.judge_points(over_target(Paths::kClearOnly)).status != Status::kCovered;
  return verdict;
}

}  // namespace phusong::coverage
