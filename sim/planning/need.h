#pragma once

#include <vector>

#include "sim/coverage/verdict.h"
#include "sim/scenario/options.h"

namespace phusong::planning {

/// A hamlet that does not count towards the target today.
struct HamletNeed {
  std::size_t hamlet = 0;       ///< index into Network::hamlets
  std::size_t first_point = 0;  ///< its points in Need::points
  std::size_t point_count = 0;
};

/// The sample points where service is missing: those of the hamlets that do not count, hamlet by hamlet. Hamlets off
/// the terrain have none.
struct Need {
  std::vector<HamletNeed> hamlets;
  std::vector<coverage::SamplePoint> points;
  std::vector<coverage::PointService> service;  ///< what covers each point today
};

/// Collects the need. `today` has the plan's operator in its first column.
Need need_of(const coverage::CoverageResult& today, const scenario::PlanOptions& plan);

/// Whether the target's technologies serve a point: any of them, or all, as the plan combines them.
bool is_served(const coverage::PointService& service, const scenario::PlanOptions& plan);

}  // namespace phusong::planning
