#pragma once

#include <string>
#include <vector>

#include "sim/report/plan/plan_data.h"

namespace phusong::report {

/// A plan's notes in the language of the report.
std::vector<std::string> note_texts(const PlanData& data);

}  // namespace phusong::report
