#pragma once

#include <string>

#include "sim/report/plan/plan_data.h"

namespace phusong::report {

/// The ten parts of a plan that carry most hamlets alone, with the second paths of links, in the language of the
/// report; empty where none carries any.
std::string plan_resilience_summary(const PlanData& data);

}  // namespace phusong::report
