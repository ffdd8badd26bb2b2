#include "sim/planning/need.h"

#include <algorithm>

#include "sim/coverage/verdict_rules.h"

namespace phusong::planning {

Need need_of(const coverage::CoverageResult& today, const scenario::PlanOptions& plan) {
  Need need;
  const std::vector<coverage::HamletVerdict>& verdicts = today.verdicts.front();
  for (std::size_t i = 0; i < today.points.size(); ++i) {
    const coverage::SamplePoint& point = today.points[i];
    if (coverage::counts(verdicts[point.hamlet].status, plan.hollow_counts)) continue;
    if (need.hamlets.empty() || need.hamlets.back().hamlet != point.hamlet)
      need.hamlets.push_back({.hamlet = point.hamlet, .first_point = need.points.size()});
    ++need.hamlets.back().point_count;
    need.points.push_back(point);
    need.service.push_back(today.service.front()[i]);
  }
  return need;
}

bool is_served(const coverage::PointService& service, const scenario::PlanOptions& plan) {
  const auto by = [&service](network::Technology technology) { return service[technology]; };
  const std::vector<network::Technology>& target = plan.target.technologies;
  return plan.combine == scenario::Combine::kAny ? std::ranges::any_of(target, by) : std::ranges::all_of(target, by);
}

}  // namespace phusong::planning
