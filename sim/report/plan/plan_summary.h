#pragma once

#include <string>

#include "sim/report/plan/plan_data.h"

namespace phusong::report {

/// The plan in a few lines of the report's language: stations by kind, cost by item, hamlets before and after, bound
/// and gap, and the hamlets that stay unserved with the reason.
std::string plan_summary(const PlanData& data);

}  // namespace phusong::report
