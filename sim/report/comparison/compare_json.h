#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "sim/report/comparison/comparison_data.h"

namespace phusong::report {

/// compare.json, as sim/report/comparison/compare.schema.json describes it.
nlohmann::ordered_json compare_json(const ComparisonData& data);

}  // namespace phusong::report
