#pragma once

#include <string_view>

#include "gis/vector_writer.h"
#include "sim/report/plan/plan_data.h"
#include "sim/report/plan/plan_wording.h"

namespace phusong::report {

/// Why a hamlet stays unserved, in the language of the words.
std::string_view text_of(planning::UnservedReason reason, const PlanWording& words);

/// unserved.csv
gis::OutputTable unserved_table(const PlanData& data);

}  // namespace phusong::report
