#pragma once

#include <string>

#include "sim/report/plan/plan_data.h"

namespace phusong::report {

/// plan.json: the goal, what is built, what it costs and reaches, and how far from the optimum it can be.
std::string plan_json(const PlanData& data);

}  // namespace phusong::report
